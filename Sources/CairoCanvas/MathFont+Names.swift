import CHarfBuzz

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A math font that can be asked for by name.
public struct KnownMathFont: Hashable, Sendable {
    /// As `--font` takes it.
    public var name: String
    /// The Debian package that has it.
    public var package: String
    /// Where it lies on Debian and in other installations; the first that can be read is taken.
    public var paths: [String]

    /// The font of LaTeX's defaults, from Debian's package `fonts-lmodern`.
    public static let latinModern = KnownMathFont(
        name: "latin-modern", package: "fonts-lmodern",
        paths: [
            "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf",
            "/usr/share/texlive/texmf-dist/fonts/opentype/public/lm-math/latinmodern-math.otf",
            "/usr/share/fonts/opentype/lmodern/latinmodern-math.otf",
            "/usr/share/fonts/latinmodern/latinmodern-math.otf",
        ])
    /// A font in the style of Times, from Debian's package `fonts-stix`.
    public static let stix = KnownMathFont(
        name: "stix", package: "fonts-stix",
        paths: [
            "/usr/share/fonts/opentype/stix-word/STIXMath-Regular.otf",
            "/usr/share/texlive/texmf-dist/fonts/opentype/public/stix2-otf/STIXTwoMath-Regular.otf",
            "/usr/share/fonts/opentype/stix/STIXTwoMath-Regular.otf",
            "/usr/share/fonts/stix/STIXMath-Regular.otf",
        ])

    /// The default first.
    public static let all = [latinModern, stix]
}

extension MathFont {
    /// The path of the math font to use.
    ///
    /// - Parameter requested: the name of a ``KnownMathFont``, or a path; nil is Latin Modern Math.
    /// - Throws: ``CanvasError/fontNotFound(searched:)`` or ``CanvasError/namedFontNotFound(name:package:searched:)``.
    public static func locate(_ requested: String? = nil) throws -> String {
        let known = KnownMathFont.all.first { $0.name == requested ?? KnownMathFont.latinModern.name }
        let candidates = known?.paths ?? [requested ?? ""]
        for path in candidates {
            if isFile(path), let blob = hb_blob_create_from_file_or_fail(path) {
                hb_blob_destroy(blob)
                return path
            }
        }
        guard let known else { throw CanvasError.fontNotFound(searched: candidates) }
        throw CanvasError.namedFontNotFound(name: known.name, package: known.package, searched: candidates)
    }

    /// Whether a path leads to a file no larger than a font. The library would read a device without end, and wait for
    /// ever at a FIFO.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size < 256_000_000
    }
}
