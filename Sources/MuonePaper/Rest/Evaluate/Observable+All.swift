import Flavour
import FormFactors
import MagneticMoment
import MuoneParameters
import PaperKit
import Signal
import Trident

extension Observable<PaperParameters> {
    /// Every observable, in the order in which they are listed: topic by topic.
    package static let all: [Observable<PaperParameters>] =
        signal + magneticMoment + tridents + landscape + elasticScattering + [formFactor] + flavour + hadronic
        + measurement
}
