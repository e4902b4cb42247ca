import MuoneComputations
import Plotting
import Testing

@testable import MuonePaper

@Suite("The plane of mass and coupling")
struct CouplingPlaneTests {
    private func pointer(_ parameters: PaperParameters) -> [Mark] {
        CouplingPlane(parameters: parameters, couplings: 1e-5...1e-2).pointer(
            "babar", "BABAR", at: DataPoint(60, 1e-4), alignment: .right, from: DataPoint(66, 1e-4),
            to: DataPoint(228, 1e-3))
    }

    @Test("points at a limit with a label and an arrow")
    func pointsAtLimit() {
        #expect(pointer(.published).map(\.id) == ["babar-label", "babar-arrow"])
    }

    @Test("does not point at what a variant's range of masses leaves out", arguments: ["200MeV", "50MeV"])
    func leavesOut(largest: String) throws {
        var parameters = PaperParameters.published
        try parameters.set("grid.mass-max=\(largest)")
        #expect(pointer(parameters).isEmpty)
    }
}
