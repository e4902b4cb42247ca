import Foundation
import Testing

@testable import Manuscript

@Suite("Comparing documents")
struct DocumentComparisonTests {
    private func changes(_ old: String, _ new: String) throws -> [DocumentChange] {
        let decoder = JSONDecoder()
        return DocumentComparison().changes(
            from: try decoder.decode(JSONValue.self, from: Data(old.utf8)),
            to: try decoder.decode(JSONValue.self, from: Data(new.utf8)))
    }

    @Test("a change of 0.1 % in one of many numbers is reported with its size and place")
    func smallChange() throws {
        let found = try changes(#"{"y":[1,2,3,4]}"#, #"{"y":[1,2,3.003,4]}"#)
        #expect(found.map(\.path) == ["y"] && found.first?.kind == .data)
        #expect(abs((found.first?.largestRelativeChange ?? 0) - 1e-3) < 1e-5)
        #expect(found.first?.summary.contains("index 2") == true)
    }

    @Test("rounding noise is no change")
    func noise() throws {
        #expect(try changes(#"{"y":[1,2.0000000001]}"#, #"{"y":[1.0000000003,2]}"#).isEmpty)
    }

    @Test("by default a change of 2e-6 counts and one of 0.5e-6 does not: numbers, columns and single values")
    func defaultTolerance() throws {
        for (change, counts) in [(2e-6, true), (0.5e-6, false), (-2e-6, true), (-0.5e-6, false)] {
            let after = 3 * (1 + change)
            #expect(try changes(#"{"y":[1,3]}"#, #"{"y":[1,\#(after)]}"#).isEmpty != counts, "\(change)")
            #expect(try changes(#"{"v":3}"#, #"{"v":\#(after)}"#).isEmpty != counts, "\(change)")
        }
    }

    @Test("an appended curve is an addition, not a change of all that follow it")
    func insertion() throws {
        let found = try changes(
            #"{"marks":[{"id":"a","y":[1]},{"id":"b","y":[2]}]}"#,
            #"{"marks":[{"id":"a","y":[1]},{"id":"new","y":[9]},{"id":"b","y":[2]}]}"#)
        #expect(found.map(\.path) == ["marks.[new]"] && found.first?.kind == .added)
    }

    @Test("a renamed label is a change of text")
    func label() throws {
        let found = try changes(#"{"x":{"label":"m"}}"#, #"{"x":{"label":"M"}}"#)
        #expect(found.map(\.kind) == [.text] && found.first?.path == "x.label")
    }

    @Test("a number that became another kind of value is a change")
    func kind() throws {
        #expect(try changes(#"{"v":1}"#, #"{"v":null}"#).count == 1)
        #expect(try changes(#"{"v":[1,2]}"#, #"{"v":[1]}"#).count == 1)
        #expect(try changes(#"{"v":0}"#, #"{"v":1e-9}"#).count == 1)
    }

    @Test("a numerical error far below the tolerance is noise, one that matters is a change")
    func errors() throws {
        #expect(try changes(#"{"value":5,"error":1e-12}"#, #"{"value":5,"error":7e-12}"#).isEmpty)
        #expect(try changes(#"{"y":[1,2],"yError":[0,1e-14]}"#, #"{"y":[1,2],"yError":[1e-15,0]}"#).isEmpty)
        #expect(try changes(#"{"value":5,"error":1e-3}"#, #"{"value":5,"error":2e-3}"#).map(\.path) == ["error"])
    }
}
