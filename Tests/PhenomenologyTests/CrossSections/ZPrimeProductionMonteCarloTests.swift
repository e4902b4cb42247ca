import NumericalMethods
import Testing

@testable import SignalPhysics

@Suite struct ZPrimeProductionMonteCarloTests {
    /// A different random stream would fall within four standard deviations all but once in 16 000 times.
    @Test(arguments: [
        (0.01, SelectionCuts.published), (0.1, .published), (0.2, .published), (0.1, .angleOnly), (0.2, .none),
        (0.1, SelectionCuts(minimumMuonAngle: 1e-3, minimumElectronEnergy: 2, maximumElectronAngle: 0.01)),
    ])
    func theTwoMethodsAgree(mass: Double, cuts: SelectionCuts) throws {
        let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
        let first = try process.crossSection(cuts, relativeTolerance: 1e-4)
        let second = try ZPrimeProductionMonteCarlo(process, points: 2048, replicas: 16).crossSection(cuts)
        #expect(abs(first.value - second.value) < 4 * second.error + first.error)
        #expect(second.error < 0.02 * second.value && second.kind == .statistical)
    }

    @Test func theErrorShrinksWithMorePoints() throws {
        let process = ZPrimeProduction(mass: 0.1, coupling: 1e-3)
        let few = try ZPrimeProductionMonteCarlo(process, points: 128).crossSection()
        let many = try ZPrimeProductionMonteCarlo(process, points: 4096).crossSection()
        #expect(many.error < 0.4 * few.error)
    }

    @Test func theSameQuestionHasTheSameAnswerToTheLastBit() throws {
        let method = ZPrimeProductionMonteCarlo(ZPrimeProduction(mass: 0.1, coupling: 1e-3), points: 64)
        #expect(try method.crossSection() == method.crossSection())
    }

    @Test func aWindowOutsidePhaseSpaceGivesZero() throws {
        let method = ZPrimeProductionMonteCarlo(ZPrimeProduction(mass: 0.1, coupling: 1e-3), points: 64)
        #expect(try method.crossSection(SelectionCuts(minimumElectronEnergy: 149)).value == 0)
    }

    @Test func cutsThatNoEventPassesAreRefusedAsThereIsNoError() {
        let method = ZPrimeProductionMonteCarlo(ZPrimeProduction(mass: 0.29, coupling: 1e-3), points: 64)
        #expect(throws: NumericalError.self) { try method.crossSection(.published) }
    }

    @Test func oneReplicaIsRefusedAsItHasNoError() {
        let method = ZPrimeProductionMonteCarlo(ZPrimeProduction(mass: 0.1, coupling: 1e-3), points: 64, replicas: 1)
        #expect(throws: NumericalError.self) { try method.crossSection() }
    }
}
