import NumericalMethods
import RadiativePhysics
import Testing

@Suite("The photons on squares of several sizes")
struct PhotonAcceptanceCurveTests {
    private let distances = (1...40).map { Double($0) }

    @Test("are those of each size alone")
    func each() throws {
        let sides = [0.05, 0.14, 0.3]
        let curve = try PhotonAcceptanceCurve(
            process: RadiativeProcess(), cuts: RadiativeCuts(), sides: sides, distances: distances, points: 1024
        ).compute(())
        for (index, side) in sides.enumerated() {
            let alone = try PhotonAcceptance(
                process: RadiativeProcess(), cuts: RadiativeCuts(), side: side, distances: distances, points: 1024
            ).compute(())
            #expect(abs(curve.y[index] - alone.value) <= 4 * (curve.error[index] + alone.error))
        }
    }

    @Test("are more, the larger the square, and all of them on one of half a metre")
    func monotone() throws {
        let curve = try PhotonAcceptanceCurve(
            process: RadiativeProcess(), cuts: RadiativeCuts(), sides: [0.05, 0.1, 0.2, 0.5], distances: distances,
            points: 256
        ).compute(())
        #expect(zip(curve.y, curve.y.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs((curve.y.last ?? 0) - 1) < 1e-12)
    }
}
