import Manuscript
import Testing

@testable import PaperKit
@testable import smallpaper

@Suite("The parameters of any paper")
struct ParameterTests {
    @Test("print in the text in the unit that they are shown in, as \\result{input/NAME}")
    func inputs() async throws {
        #expect(try await Small().numbers().contains("\\defresult{input/length}{100}"))
        #expect(try await Small("length=25cm").numbers().contains("\\defresult{input/length}{25}"))
    }

    @Test("are set in any unit of their dimension, and refused with the range outside of it")
    func ranges() throws {
        #expect(try Pendulum(setting: ["length=300mm"]).length == 0.3)
        #expect {
            try Pendulum(setting: ["length=1e4km"]).check()
        } throws: { error in
            "\(error)" == "parameter length = 1000000000cm is not possible: it must be from 0.1cm to 100000cm"
        }
        #expect(throws: ParameterError.unknownName(name: "lenght", known: ["length", "gravity"])) {
            try Pendulum(setting: ["lenght=1m"])
        }
    }

    @Test("that a statement is not about leave its claim without a verdict; a constant is said")
    func claims() async throws {
        let published = try await Small().claim("two-seconds")
        #expect(
            published?.verdict == .reproduced
                && published?.statement.plain == "a pendulum of one metre takes 2.01 seconds")
        let longer = try await Small("length=2m").claim("two-seconds")
        #expect(longer?.verdict == .notComputed && longer?.otherInputs == ["length"])
        let elsewhere = try await Small("gravity=9.8").claim("two-seconds")
        #expect(elsewhere?.verdict == .reproduced && elsewhere?.explanation?.contains("gravity = 9.8") == true)
    }
}
