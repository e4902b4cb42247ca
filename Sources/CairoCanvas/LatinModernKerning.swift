/// The kerning of upright letters. Latin Modern Math has the letters of Latin Modern Roman, but not its kerning.
enum LatinModernKerning {
    static func key(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> UInt64 {
        UInt64(left.value) << 32 | UInt64(right.value)
    }

    /// Ems, by pairs of letters.
    static let pairs: [UInt64: Double] = {
        var pairs: [UInt64: Double] = [:]
        for (kern, groups) in table {
            for group in groups.split(separator: " ") {
                let letters = Array(group.unicodeScalars)
                for second in letters.dropFirst(2) { pairs[key(letters[0], second)] = kern }
            }
        }
        return pairs
    }()

    /// What lmr10 has (its AFM file, Latin Modern 2.005; in thousandths of an em there): `A:TY` for the pairs AT and AY.
    private static let table: [(Double, String)] = [
        (
            -0.111111,
            "A:VWv F:A L:VW R:VW V:A W:A"
        ),
        (
            -0.083333,
            "A:TYwy F:acdegmnoprsuvwyz K:v L:TY P:A R:TY T:Aacdegnoprsuvwxz V:acdegmnoprsuvwyz "
                + "W:acdegmnoprsuvwyz Y:Aacdegnoprsuvwxz e:V h:VW k:VW m:VW n:VW"
        ),
        (
            -0.055556,
            "v:a"
        ),
        (
            -0.027778,
            "A:CGOQUcdeoqtu D:AVWXY F:CGOQ K:CGQow O:AVWXY P:aeo R:CGOQUtuvwy T:y V:CGOQ W:CGOQ X:CGOQ a:vwy "
                + "b:vwxy c:hk h:btuvwy k:ceo m:btuvwy n:btuvwy o:vwxy p:vwxy t:wy u:w v:ceo w:aceo y:aeo"
        ),
        (
            0.027778,
            "I:I a:j b:cdejoq g:j o:cdejoq p:cdejoq"
        ),
    ]
}
