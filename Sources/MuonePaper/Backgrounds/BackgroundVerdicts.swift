import BuildGraph
import Manuscript
import MuoneCommon
import NumericalMethods
import PaperKit

/// Sentences that say what follows from the numbers, so that a variant's text is the variant's.
enum BackgroundVerdicts {
    /// Events that a search does not notice.
    private static let few = 1.0

    /// - Parameters:
    ///   - small, large: elastic events in the window at resolutions of 5 and 10 per cent.
    ///   - photons: share of the photons on the planned calorimeter.
    ///   - electrons: shares of the signal's electrons there.
    ///   - neutrinos: events with neutrino pairs.
    @ListBuilder<Passage>
    static func passages(
        small: Node<Estimate>, large: Node<Estimate>, photons: Node<Estimate>, electrons: Node<[LabelledEstimate]>,
        neutrinos: Node<Estimate>
    ) -> [Passage] {
        Passage(
            "backgrounds/resolution-verdict",
            Node("texts/backgrounds/resolution-verdict", from: small, large) { small, large in
                if large.value <= few { return "the gap holds up to $10\\,\\%$" }
                return small.value <= few
                    ? "with the letter's $2$ to $5\\,\\%$ the gap holds, with its $\\lesssim10\\,\\%$ it does not, unless the "
                        + "window ends at $\\result{backgrounds/elastic/electron-max-10}\\GeV$"
                    : "the gap does not hold at $5\\,\\%$"
            })
        Passage("backgrounds/neutrino-verdict", from: neutrinos) {
            $0.value < 0.1 * few ? "far below one event" : "not negligible"
        }
        Passage(
            "search/what-holds",
            Node("texts/search/what-holds", from: small, photons, electrons, neutrinos) {
                small, photons, electrons, neutrinos in
                var holds = ["the kinematics of elastic and radiative events and the photon's angle"]
                let least = electrons.map(\.estimate.value).min()
                if photons.value > 0.999, let least, least > 0.5 {
                    holds.append("the coverage of the planned calorimeter")
                }
                if small.value <= few { holds.append("a gap that Gaussian tails of $2$ to $5\\,\\%$ do not cross") }
                if neutrinos.value < 0.1 * few { holds.append("negligible neutrino pairs") }
                return Wording.list(holds)
            })
    }
}
