import Cosmology
import Flavour
import FormFactors
import Landscape
import MagneticMoment
import Mixing
import MuoneParameters
import PaperKit
import Projections
import Signal
import Trident

extension Observable<PaperParameters> {
    /// Every observable, in the order in which they are listed: topic by topic.
    package static let all: [Observable<PaperParameters>] =
        signal + magneticMoment + tridents + mixing + projections + cosmology + [excluded, limit] + elasticScattering
        + [formFactor] + flavour + hadronic + measurement
}
