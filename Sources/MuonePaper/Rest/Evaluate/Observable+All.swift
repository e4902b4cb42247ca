import FormFactors
import MuoneParameters
import PaperKit
import Trident

extension Observable<PaperParameters> {
    /// Every observable, in the order in which they are listed: topic by topic.
    package static let all: [Observable<PaperParameters>] =
        letter + tridents + landscape + elasticScattering + [formFactor] + leptonMoments + hadronic + measurement
}
