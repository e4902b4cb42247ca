import Foundation
import NumericalMethods
import Testing

/// Errors are computed, never typed: read from the sources.
@Suite("Numerical errors")
struct ErrorOriginTests {
    /// The solvers and curves that may state an error, as they have computed it. Nothing that prints, draws or compares is
    /// among them.
    static let solvers: Set<String> = [
        "Phenomenology/Elastic/ElasticDeviation.swift",
        "Phenomenology/Elastic/ElasticReach.swift",
        "Phenomenology/FormFactors/MuonVertexSpectrum.swift",
        "Phenomenology/Measurement/Computations/HadronicStrengthFit.swift",
        "Phenomenology/Measurement/MomentFit+Accuracy.swift",
        "Phenomenology/Mixing/ExclusionPolynomial.swift",
        "Phenomenology/Search/Efficiency/MeasuredSignal+Efficiency.swift",
        // What another program states of its own results.
        "ProgramNodes/ReportedEstimate.swift",
    ]

    private static let sources: [(path: String, code: String)] = {
        let folder = Package.folder.appending(path: "Sources")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
            return (path, withoutComments(text))
        }
    }()

    /// Nor texts.
    private static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let code = line.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "\"\"")
            return code.firstRange(of: "//").map { String(code[..<$0.lowerBound]) } ?? String(code)
        }.joined(separator: "\n")
    }

    /// Numbers that are written out in arguments called `error`, such as `error: 1e-9 * value`.
    static func typedErrors(in code: String) -> [String] {
        code.matches(of: #/\berror:\s*/#).compactMap { match in
            let argument = Self.argument(code[match.range.upperBound...])
            return argument.contains(#/(?:^|[^\w.$])[0-9]/#) ? String(argument) : nil
        }
    }

    /// Up to the comma or bracket that ends the argument.
    private static func argument(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "(", "[", "{": depth += 1
            case ")", "]", "}":
                depth -= 1
                if depth < 0 { return text[..<index] }
            case "," where depth == 0, "\n" where depth == 0: return text[..<index]
            default: break
            }
        }
        return text
    }

    @Test("are nowhere written as a number")
    func noTypedErrors() {
        #expect(Self.sources.count > 400)
        // But for the arithmetic of errors itself.
        for (path, code) in Self.sources where !path.hasPrefix("NumericalMethods/Estimates/") {
            #expect(Self.typedErrors(in: code) == [], "\(path)")
        }
    }

    @Test("written as a number would be found")
    func typedErrorsAreFound() {
        let code = """
            Estimate(value, error: 1e-9 * value, kind: .rounding)
            Estimate(f(a, 2), error: 10 * Rule.relativeError, kind: .bound)
            Estimate(value, error: max(a, 0x1p-50), kind: .bound)
            Estimate(x, error: a + b1 * c, kind: .bound)
            case notFinite(value: Double, error: Double)
            """
        #expect(Self.typedErrors(in: code) == ["1e-9 * value", "10 * Rule.relativeError", "max(a, 0x1p-50)"])
    }

    @Test("are stated by solvers only, which ask for it by name")
    func onlySolvers() {
        let users = Self.sources.filter { $0.code.contains("@_spi(Solver) import") }.map(\.path)
        #expect(Set(users) == Self.solvers)
        // The only initialiser that takes an error is behind that door; another one is a message, and cannot be called.
        for (path, code) in Self.sources where path.hasPrefix("NumericalMethods/") {
            let callable = code.replacing(#/@available\(\s*\*, unavailable,[^{]*\{/#, with: "")
            let doors = callable.matches(
                of: #/(@_spi\(Solver\)\s*)?public (?:static func|init)[^{]*\berror: Double[^{]*\{/#)
            for door in doors where path.hasPrefix("NumericalMethods/Estimates/") {
                #expect(door.output.1 != nil, "\(path): \(door.output.0)")
            }
        }
    }

    @Test("of closed forms count no more operations than a closed form has")
    func operations() {
        for (path, code) in Self.sources {
            for match in code.matches(of: #/operations: ([0-9_]+)/#) {
                let count = Int(match.output.1.filter(\.isNumber)) ?? .max
                #expect(count <= 1024, "\(path): \(match.output.0)")
            }
        }
    }

    @Test("are looked into by a refinement that no program sets")
    func refinementIsForTests() {
        let users = Self.sources.filter {
            $0.code.contains("ofThisTask") || $0.code.contains("Refinement.with")
        }.map(\.path)
        #expect(users == ["NumericalMethods/Refinement.swift"])
        let own = Self.sources.first { $0.path == "NumericalMethods/Refinement.swift" }?.code ?? ""
        #expect(own.contains("private static var ofThisTask") && !own.contains("public static func with"))
    }
}
