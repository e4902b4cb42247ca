import NumericalMethods
import Testing

@testable import Kinematics

@Suite struct FourVectorTests {
    func random(_ index: Int, mass: Double) -> FourVector {
        let stream = RandomStream("four vectors")
        func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(4 * index + counter), in: -2...2) }
        return FourVector(mass: mass, x: u(0), y: u(1), z: u(2))
    }

    @Test func aBoostKeepsProducts() {
        for index in 0..<100 {
            let frame = random(index, mass: 0.7)
            let a = random(index + 1000, mass: 0.1)
            let b = random(index + 2000, mass: 0.3)
            let product: Double = a * b
            let boosted: Double = a.boosted(fromRestOf: frame) * b.boosted(fromRestOf: frame)
            #expect(abs(boosted - product) < 1e-12 * a.energy * b.energy * frame.energy * frame.energy)
        }
    }

    @Test func aParticleAtRestBoostsToItsFrame() {
        let frame = random(1, mass: 0.7)
        let boosted = FourVector(mass: 0.7, x: 0, y: 0, z: 0).boosted(fromRestOf: frame)
        #expect(abs((boosted - frame).energy) < 1e-15 && (boosted - frame).momentum < 1e-15)
    }

    @Test func aVectorIsOnItsMassShell() {
        #expect(abs(random(3, mass: 0.5).square - 0.25) < 1e-14)
        #expect(FourVector(energy: 5, x: 0, y: 0, z: 3).square == 16)
        #expect(FourVector(energy: 5, x: 3, y: 4, z: 12).transverseMomentum == 5)
    }

    @Test func twoBodiesShareTheEnergy() {
        let momentum = TwoBody.momentum(total: 1, first: 0.3, second: 0.4)
        let energy = (momentum * momentum + 0.09).squareRoot() + (momentum * momentum + 0.16).squareRoot()
        #expect(abs(energy - 1) < 1e-15)
        #expect(TwoBody.momentum(total: 0.6, first: 0.3, second: 0.4) == 0)
        #expect(TwoBody.momentum(total: 0.7, first: 0.3, second: 0.4) == 0)
    }
}
