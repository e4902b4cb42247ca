import Elastic
import Flavour
import FormFactors
import Hadronic
import MagneticMoment
import MuoneMeasurement
import MuoneParameters
import PaperKit
import Signal

extension Observable<PaperParameters> {
    /// Every observable, in the order in which they are listed: topic by topic.
    package static let all: [Observable<PaperParameters>] =
        signal + magneticMoment + tridents + landscape + elasticScattering + [formFactor] + flavour + hadronic
        + measurement
}
