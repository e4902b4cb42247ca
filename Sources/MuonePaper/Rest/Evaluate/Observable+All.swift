import Elastic
import FormFactors
import Hadronic
import MuoneMeasurement
import MuoneParameters
import PaperKit

extension Observable<PaperParameters> {
    /// Every observable, in the order in which they are listed: topic by topic.
    package static let all: [Observable<PaperParameters>] =
        letter + landscape + elasticScattering + [formFactor] + leptonMoments + hadronic + measurement
}
