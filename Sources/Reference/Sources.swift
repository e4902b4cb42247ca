/// A key of `paper/bibliography.bib`, encoded as its text.
///
/// A new one is written where it is used, as a string: nothing here is edited for it, and nothing that does not use it runs
/// again. Tests compare those that the sources use with the file. Those below are used in several places.
public struct SourceKey: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral,
    CodingKeyRepresentable
{
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(stringLiteral value: String) { rawValue = value }
}

extension SourceKey {
    public static let abbiendi2017: SourceKey = "Abbiendi2017"
    public static let abbiendi2022: SourceKey = "Abbiendi2022"
    public static let altmannshofer2014: SourceKey = "Altmannshofer2014"
    public static let asai2022: SourceKey = "Asai2022"
    public static let babar2016: SourceKey = "BABAR2016"
    public static let babarDark2014: SourceKey = "BABARDark2014"
    public static let babarInvisible2017: SourceKey = "BABARInvisible2017"
    public static let bmw2021: SourceKey = "BMW2021"
    public static let bnl2006: SourceKey = "BNL2006"
    public static let borexino2011: SourceKey = "Borexino2011"
    public static let capdevilla2021: SourceKey = "Capdevilla2021"
    public static let ccfr1991: SourceKey = "CCFR1991"
    public static let charmII1990: SourceKey = "CHARMII1990"
    public static let dev2020: SourceKey = "Dev2020"
    public static let dreiner2013: SourceKey = "Dreiner2013"
    public static let escudero2019: SourceKey = "Escudero2019"
    public static let fnal2025: SourceKey = "FNAL2025"
    public static let gminus2FNAL2021: SourceKey = "Gminus2FNAL2021"
    public static let harnik2012: SourceKey = "Harnik2012"
    public static let kahn2018: SourceKey = "Kahn2018"
    public static let kamada2018: SourceKey = "Kamada2018"
    public static let krnjaic2020: SourceKey = "Krnjaic2020"
    public static let morel2020: SourceKey = "Morel2020"
    public static let muonELoI: SourceKey = "MUonELoI"
    public static let na64e2019: SourceKey = "NA64e2019"
    public static let na64mu2022: SourceKey = "NA64mu2022"
    public static let pdg2022: SourceKey = "PDG2022"
    public static let steigman2012: SourceKey = "Steigman2012"
    public static let whitePaper2020: SourceKey = "WhitePaper2020"
    public static let whitePaper2025: SourceKey = "WhitePaper2025"
    public static let willmann1999: SourceKey = "Willmann1999"
}
