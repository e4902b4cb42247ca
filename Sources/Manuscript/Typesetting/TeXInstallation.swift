import ExternalPrograms

/// The LaTeX of this machine: where its programs are. That they work is found out where they are used, so that one which
/// does not is an error there, and not an absence.
package struct TeXInstallation: Hashable, Sendable {
    package var pdflatex: String
    /// Nil where there is none; only a paper with a bibliography needs it.
    package var bibtex: String?
    /// What says where LaTeX looks for files; nil where there is none.
    package var kpsewhich: String?

    /// The installation that the search path leads to; nil only where nothing there is called pdflatex. Starts no program.
    package static func find(in path: SearchPath = .ofThisProcess) -> TeXInstallation? {
        path.program("pdflatex").map {
            TeXInstallation(pdflatex: $0, bibtex: path.program("bibtex"), kpsewhich: path.program("kpsewhich"))
        }
    }

    /// How to get one.
    package static let remedy =
        "install LaTeX to get the PDF ('make setup' does it on Debian: texlive-publishers, lmodern)"
}
