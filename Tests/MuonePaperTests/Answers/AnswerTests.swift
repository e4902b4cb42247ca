import BuildGraph
import Foundation
import Manuscript
import Testing

@testable import Landscape
@testable import PaperKit
@testable import paperbuild

/// Answers of `evaluate` at random points, as they were before the program was cut into modules.
@Suite("Answers that were stored")
struct AnswerTests {
    struct Stored: Decodable, Sendable {
        var question: [String]
        /// Whether the point was refused.
        var refused: Bool?
        var value: Double?
        var error: Double?
        var unit: String?
        /// Of `excluded`: g/g_limit of each curve that covers the mass.
        var ratios: [String: Double]?
        var excludedBy: [String]?
        var ended: [String]?
        var shift: Double?
    }

    static let stored: [Stored] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "answers.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Stored.self, from: Data($0.utf8)) }
    }()

    @Test("are all read, for every observable of then")
    func all() {
        #expect(Self.stored.count == 409)
        #expect(Set(Self.stored.compactMap(\.question.first)).count == 32)
    }

    @Test(
        "are given again, within their numerical errors", arguments: Set(stored.compactMap(\.question.first)).sorted())
    func again(_ name: String) async throws {
        let engine = BuildEngine(
            store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder)
        for stored in Self.stored where stored.question.first == name {
            let question = stored.question.joined(separator: " ")
            do {
                let answer = try await Evaluation(name, Array(stored.question.dropFirst())).answer(by: engine)
                #expect(stored.refused == nil, "\(question) was refused")
                compare(answer, stored, question)
            } catch {
                #expect(stored.refused == true, "\(question): \(error)")
            }
        }
    }

    private func compare(_ answer: any ObservableAnswer, _ stored: Stored, _ question: String) {
        if let answer = answer as? Answer, let value = stored.value, let error = stored.error {
            let allowed = answer.error + error + 1e-12 * value.magnitude
            #expect((answer.value - value).magnitude <= allowed, "\(question): \(answer.value), not \(value)")
            #expect(answer.unit == stored.unit, "\(question)")
        } else if let answer = answer as? ExclusionAnswer, let ratios = stored.ratios {
            let rows = answer.limits + answer.projections
            #expect(Set(rows.map(\.name)) == Set(ratios.keys), "\(question)")
            for row in rows {
                let ratio = ratios[row.name] ?? .nan
                let (own, error) = (row.ratio ?? .nan, row.error ?? .nan)
                #expect((own - ratio).magnitude <= error + 1e-12 * ratio, "\(question): \(row.name)")
            }
            #expect(answer.excludedBy.sorted() == stored.excludedBy, "\(question)")
            #expect(answer.ended.map(\.name).sorted() == stored.ended, "\(question)")
            #expect(answer.magneticMoment.shift == stored.shift, "\(question)")
        } else {
            Issue.record("\(question) has an answer of another kind")
        }
    }
}
