import DetectorPhysics
import NumericalMethods
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("All scatters in a layer")
struct CompoundScatteringTests {
    func compound(incoherent: Bool = false) throws -> CompoundScattering {
        CompoundScattering(try NuclearScattering(material: .beryllium, isIncoherent: incoherent))
    }

    @Test(
        "are drawn with the distribution of sums of single ones",
        arguments: [(1e-7, 1e5), (1e-5, 3e4), (0.015, 500), (0.015, 1500), (0.015, 30)] as [(Double, Double)])
    func characteristicFunction(thickness: Double, wavenumber: Double) throws {
        let compound = try compound()
        let exact = try compound.characteristicFunction(at: wavenumber, thickness: thickness)
        let layer = compound.layer(thickness: thickness)
        let cosines = (0..<20_000).map { index in
            var draws = RandomDraws(RandomStream("characteristic function"), event: index)
            return cos(wavenumber * layer.sum(&draws).x)
        }
        let found = Estimate.mean(of: cosines)
        #expect(abs(found.value - exact.value) < 4 * found.error)
    }

    @Test("have in the mean the number of hard scatters that the layer has")
    func number() throws {
        let compound = try compound()
        #expect(compound.layer(thickness: 0).softWidth == 0)
        let thin = compound.layer(thickness: 1e-8)
        #expect(thin.softWidth == 0)
        let wide = [0.001, 0.003, 0.01, 0.03].map { compound.layer(thickness: $0).softWidth }
        #expect(wide == wide.sorted() && wide[0] > 0)
    }

    @Test("are aimed without a change of what they add up to")
    func aim() throws {
        let compound = try compound(incoherent: true)
        let thickness = 0.0075
        let layer = compound.layer(thickness: thickness)
        let (momentum, circle, angle) = (125.0, 1.5e-3, 1e-3)
        // The tail beyond the way to the circle, in the mean over azimuths.
        let azimuths = 400
        let exact = (0..<azimuths).reduce(0.0) { sum, index in
            let azimuth = Double.pi * (Double(index) + 0.5) / Double(azimuths)
            let way =
                (circle * circle - angle * angle * sin(azimuth) * sin(azimuth)).squareRoot() - angle * cos(azimuth)
            return sum + compound.table.rate(beyond: momentum * way) * thickness / Double(azimuths)
        }
        for other in [ScatterAim.nowhere, .inward(angle: circle + 0.6e-3, circle: circle)] {
            let found = Estimate.mean(
                of: (0..<30_000).map { index in
                    var draws = RandomDraws(RandomStream("aim"), event: index)
                    let hardest = layer.hardest(
                        draws.uniform(), draws.uniform(), aim: .outward(angle: angle, circle: circle), other: other,
                        turn: 0.2, momentum: momentum, core: 2e-5)
                    let kick = PlaneAngle.polar(hardest.transfer / momentum, azimuth: hardest.azimuth)
                    return (PlaneAngle(x: angle, y: 0) + kick).length > circle ? hardest.weight : 0
                })
            #expect(abs(found.value - exact) < 4 * found.error)
            #expect(found.relativeError < 0.02)
        }
    }
}
