import Foundation
import Manuscript
import Testing

@Suite("verify")
struct VerifyTests {
    private func review() async throws -> JSONValue {
        try await BuiltPaper.shared().run("verify", "--json").json()
    }

    /// What the letter states, by the number in its wording, with the range that this wording justifies.
    static let statements: [(id: String, claimed: Double, unit: String)] = [
        ("sqrt-s", 406, "MeV"), ("elastic-max-angle", 4.84, "mrad"), ("elastic-min-energy", 38, "GeV"),
        ("photon-min-energy", 13, "GeV"), ("photon-angle", 6, "mrad"), ("events-light", 600, "events"),
        ("events-heavy", 1200, "events"), ("fraction-3GeV", 0.7, ""), ("fraction-5GeV", 0.5, ""),
        ("electron-angle", 0.9, ""), ("events-favoured", 1e3, "events"), ("order-one-events", 1, "events"),
        ("suppression", 0.5, ""), ("vanishing-mass", 300, "MeV"), ("reach-na64mu", 1, ""),
    ]

    @Test("judges every number that the letter states", arguments: statements)
    func everyClaim(_ statement: (id: String, claimed: Double, unit: String)) async throws {
        let claims = try #require(try await review()["claims"]).elements
        let claim = try #require(claims.first { $0["id"]?.text == statement.id })
        #expect(claim["claimed"]?.number == statement.claimed && claim["unit"]?.text == statement.unit)
        #expect(["reproduced", "differs"].contains(claim["verdict"]?.text))
        for member in ["place", "source", "rule"] { #expect(claim[member]?.text?.isEmpty == false, "\(member)") }
        for value in try #require(claim["values"]).elements {
            #expect(value["value"]?.number != nil && value["error"]?.number != nil)
        }
        if claim["verdict"]?.text == "differs" { #expect(claim["explanation"]?.text?.isEmpty == false) }
    }

    @Test("says of what is not computed yet that it is not, and why")
    func notComputed() async throws {
        let claims = try #require(try await review()["claims"]).elements
        let open = claims.filter { $0["verdict"]?.text == "not computed" }
        for claim in open { #expect(claim["explanation"]?.text?.isEmpty == false, "\(claim["id"]?.text ?? "")") }
        // The letter's are all here; the other sections add theirs.
        let letter = claims.filter { $0["source"]?.text == "Asai2022" }.compactMap { $0["id"]?.text }
        #expect(Set(letter).isSuperset(of: Self.statements.map(\.id) + ["electroweak-events"]))
        #expect(Set(claims.compactMap { $0["id"]?.text }).count == claims.count)
    }

    /// 1/α = 137.036 gives 545 and 1072 events, and 1/127.9 gives 626 and 1230 (an independent quadrature and MadGraph,
    /// 0.2 %).
    @Test("finds fewer events than the letter, and says which α would give its numbers")
    func benchmarks() async throws {
        let review = try await review()
        let claims = try #require(review["claims"]).elements
        for (id, events, atMZ) in [("events-light", 545.0, 626.0), ("events-heavy", 1072, 1230)] {
            let claim = try #require(claims.first { $0["id"]?.text == id })
            #expect(claim["verdict"]?.text == "differs")
            let value = try #require(claim["values"]?.elements.first?["value"]?.number)
            #expect(abs(value / events - 1) < 2e-3)
            #expect(claim["explanation"]?.text?.contains("127.9") == true)
            let name = id == "events-light" ? "light" : "heavy"
            let other = try #require(review["quantities"]).elements.first {
                $0["id"]?.text == "signal/\(name)/events-alpha-mz"
            }
            #expect(abs(try #require(other?["value"]?.number) / atMZ - 1) < 2e-3)
        }
    }

    @Test("certifies the deterministic integral by the Monte Carlo: they agree within three standard errors")
    func secondMethod() async throws {
        let quantities = try #require(try await review()["quantities"]).elements
        func quantity(_ id: String) throws -> (value: Double, error: Double) {
            let found = try #require(quantities.first { $0["id"]?.text == id })
            return (try #require(found["value"]?.number), try #require(found["error"]?.number))
        }
        for name in ["light", "heavy"] {
            let (integral, monteCarlo) = (
                try quantity("signal/\(name)/events-precise"), try quantity("signal/\(name)/monte-carlo")
            )
            #expect(abs(integral.value - monteCarlo.value) < 3 * monteCarlo.error + integral.error)
            #expect(monteCarlo.error < 0.01 * monteCarlo.value && integral.error < 1e-5 * integral.value)
        }
    }

    @Test("prints no digit of a number of the text that its error does not allow")
    func printedDigits() async throws {
        let quantities = try #require(try await review()["quantities"]).elements
        #expect(quantities.count > 30)
        for quantity in quantities {
            guard let text = quantity["plainText"]?.text, let value = quantity["value"]?.number,
                let error = quantity["error"]?.number, !text.contains("±")
            else { continue }
            let parts = text.split(separator: "e")
            let exponent = parts.count > 1 ? try #require(Int(parts[1])) : 0
            let places = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
            // Zeros at the end of an integer may be those of rounding.
            let zeros = places == 0 ? parts[0].reversed().prefix { $0 == "0" }.count : 0
            let unit = pow(10, Double(exponent - places + zeros))
            #expect(error <= 0.5 * unit, "\(text)")
            #expect(abs(try #require(Double(text)) - value) <= 0.5 * unit * (1 + 1e-9), "\(text)")
        }
    }

    @Test("succeeds with differences, which are findings, unless it is asked to be strict")
    func exitCodes() async throws {
        let paper = try await BuiltPaper.shared()
        let project = try paper.project()
        #expect(try await paper.run("verify", "--project", project.url.path).status == 0)
        #expect(try await paper.run("verify", "--strict", "--project", project.url.path).status == 1)
    }

    @Test("prints a table with one block a claim and the count of verdicts")
    func plain() async throws {
        let text = try await BuiltPaper.shared().run("verify", "--numbers").output
        for statement in Self.statements { #expect(text.contains(" \(statement.id) ")) }
        let count = try #require(try await review()["claims"]).elements.count
        #expect(count > Self.statements.count && text.contains("\n\(count) claims: "))
        #expect(text.contains("signal/light/monte-carlo"))
    }

    @Test("reads the verdicts that are committed with the figures from the same claims")
    func lock() async throws {
        let lock = try JSONDecoder().decode(
            JSONValue.self, from: Data(try await BuiltPaper.shared().text("figures/results.lock").utf8))
        for claim in try #require(try await review()["claims"]).elements {
            #expect(lock["claims"]?[try #require(claim["id"]?.text)] == claim["verdict"])
        }
    }
}
