import ExternalPrograms

/// The LaTeX of this machine: where its programs are. That they work is found out where they are used, so that one which
/// does not is an error there, and not an absence.
public struct TeXInstallation: Hashable, Sendable {
    public var pdflatex: String
    /// Nil where there is none; only a paper with a bibliography needs it.
    public var bibtex: String?
    /// What says where LaTeX looks for files; nil where there is none.
    public var kpsewhich: String?

    /// The installation that the search path leads to; nil only where nothing there is called pdflatex. Starts no program.
    public static func find(in path: SearchPath = .ofThisProcess) -> TeXInstallation? {
        path.program("pdflatex").map {
            TeXInstallation(pdflatex: $0, bibtex: path.program("bibtex"), kpsewhich: path.program("kpsewhich"))
        }
    }

    /// How to get one.
    public static let remedy =
        "install LaTeX to get the PDF ('make setup' does it on Debian: texlive-publishers, lmodern)"
}
