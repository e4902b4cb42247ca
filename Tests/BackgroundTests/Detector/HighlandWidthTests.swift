import DetectorPhysics
import Testing

@Suite("The width of multiple scattering")
struct HighlandWidthTests {
    let width = HighlandWidth(material: .beryllium)

    @Test(
        "in half of a station's beryllium is that of an independent program",
        arguments: [
            (energy: 125.0, mass: 0.105_658_375_5, expected: 1.354e-5),
            (energy: 1.0, mass: 0.510_998_95e-3, expected: 1.693e-3),
            (energy: 25.0, mass: 0.510_998_95e-3, expected: 6.77e-5),
        ])
    func reference(energy: Double, mass: Double, expected: Double) {
        let momentum = (energy * energy - mass * mass).squareRoot()
        let found = width.planeWidth(thickness: 0.0075, momentum: momentum, energy: energy)
        #expect(abs(found / expected - 1) < 5e-4)
    }

    @Test("falls to zero with the thickness and is never negative")
    func thin() {
        let thicknesses = [0, 1e-300, 1e-14, 1e-12, 1e-10, 1e-6, 1e-3, 1]
        let widths = thicknesses.map { width.planeWidth(thickness: $0, momentum: 1, energy: 1) }
        #expect(widths.allSatisfy { $0 >= 0 })
        #expect(widths == widths.sorted())
        #expect(width.planeWidth(thickness: -1, momentum: 1, energy: 1) == 0)
    }
}
