import BuildGraph
import Testing

@testable import ProgramNodes

@Suite("A number that another program prints")
struct ReportedEstimateTests {
    private func problem(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }

    private let stated = ReportedNumber(pattern: #"sum = (?<value>\S+) \+- (?<error>\S+)"#, kind: .statistical)
    private let bare = ReportedNumber(pattern: #"sum = (?<value>\S+)"#, kind: nil)

    @Test("has the error that the program states, of the kind that is said")
    func error() throws {
        let value = try stated.read("x\nsum = 1.25e-3 +- 2e-5\n")
        #expect(value.value == 1.25e-3 && value.error == 2e-5 && value.kind == .statistical)
    }

    @Test(
        "without an error is known to half a unit of its last digit",
        arguments: [("1.25", 0.005), ("-3", 0.5), ("1.50e-3", 5e-6), ("2E4", 5000)])
    func rounding(_ text: String, _ error: Double) throws {
        let value = try bare.read("sum = \(text)")
        #expect(value.kind == .rounding && abs(value.error / error - 1) < 1e-12)
    }

    @Test("is refused where it is not there, there twice, no number, or its error is not stated")
    func refused() {
        #expect(problem { _ = try stated.read("nothing") }.contains("matches 0 times"))
        #expect(problem { _ = try bare.read("sum = 1\nsum = 2\n") }.contains("matches 2 times"))
        #expect(problem { _ = try bare.read("sum = nan") }.contains("wrote 'nan' where a number was expected"))
        #expect(problem { _ = try stated.read("sum = 1 +- -2") }.contains("negative error"))
        let unnamed = ReportedNumber(pattern: #"sum = (?<value>\S+)"#, kind: .bound)
        #expect(problem { _ = try unnamed.read("sum = 1") }.contains("has no group (?<error>…)"))
    }
}
