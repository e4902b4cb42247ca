import BuildGraph
import Manuscript

extension Node<NumbersFile.Passage> {
    /// `variant/notice`: what a variant changes, before its text; empty in the published paper.
    ///
    /// Numbers, captions, tables and figures follow the inputs. Sentences that judge a result cannot, and this says so.
    ///
    /// - Parameter changes: what the input files change, a phrase each; nil where there are none.
    static func variantNotice(
        _ others: [Claim.OtherInput], changes: Node<[String]>?
    ) -> Node<NumbersFile.Passage> {
        let files = changes ?? Node<[String]>("paper/no-changes", parameters: [String]()) { $0 }
        return Node<NumbersFile.Passage>("paper/variant-notice", from: files, parameters: others) { inputs, files in
            let changes =
                inputs.map { "\\texttt{\($0.name)} is \(texText($0.value)) in place of \(texText($0.stated))" }
                + files
            guard !changes.isEmpty else { return NumbersFile.Passage("variant/notice", "") }
            return NumbersFile.Passage(
                "variant/notice",
                "\\emph{This is a variant of the paper:} \(changes.joined(separator: "; ")). Numbers, figures, captions "
                    + "and tables are computed for it. Sentences that judge a result were written for the published "
                    + "inputs, and a publication's statement on other inputs than these gets no verdict.\\par ")
        }
    }
}

/// A parameter as it is set, `1.5mrad` or `15/fb`: as TeX, with a space before the unit.
private func texText(_ text: String) -> String {
    guard let unit = text.firstIndex(where: { $0.isLetter && $0 != "e" || $0 == "/" }), unit != text.startIndex else {
        return text
    }
    return text[..<unit] + (text[unit] == "/" ? "" : "\\,") + text[unit...]
}
