/// A key of `paper/bibliography.bib`. The list is closed, so that a citation which has no entry does not compile;
/// a test compares it with the file.
public enum SourceKey: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
    case abbiendi2017 = "Abbiendi2017"
    case abbiendi2022 = "Abbiendi2022"
    case altmannshofer2014 = "Altmannshofer2014"
    case asai2022 = "Asai2022"
    case babar2016 = "BABAR2016"
    case borexino2011 = "Borexino2011"
    case ccfr1991 = "CCFR1991"
    case charmII1990 = "CHARMII1990"
    case codata2018 = "CODATA2018"
    case dev2020 = "Dev2020"
    case dreiner2013 = "Dreiner2013"
    case fnal2025 = "FNAL2025"
    case foot1991 = "Foot1991"
    case gminus2FNAL2021 = "Gminus2FNAL2021"
    case harnik2012 = "Harnik2012"
    case he1991 = "He1991"
    case kahn2018 = "Kahn2018"
    case kamada2018 = "Kamada2018"
    case morel2020 = "Morel2020"
    case krnjaic2020 = "Krnjaic2020"
    case muonELoI = "MUonELoI"
    case na64e2019 = "NA64e2019"
    case na64mu2022 = "NA64mu2022"
    case pdg2022 = "PDG2022"
    case whitePaper2020 = "WhitePaper2020"
    case whitePaper2025 = "WhitePaper2025"

    /// `\cite{…}` for the text.
    public var citation: String { "\\cite{\(rawValue)}" }
}
