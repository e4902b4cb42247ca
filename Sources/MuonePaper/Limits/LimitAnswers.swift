import BuildGraph
import LimitModel
import Reference

/// Puts what is said of a limit beside what was computed; nothing for a limit that stands on none of the maps.
package struct Describing<Answer: Codable & Hashable & Sendable>: Computation {
    package var maps: [LimitMap]?

    package func compute(_ input: (LimitDeclaration, Answer)) -> [Described<Answer>] {
        guard maps.map(input.0.stands) ?? true else { return [] }
        return [Described(input.0, input.1)]
    }
}

/// A question to a table; nothing is computed for one that stands on none of the maps.
package struct AskedOfTable<Question: LimitQuestion>: Computation {
    package var particles: ParticleInputs
    package var question: Question
    package var maps: [LimitMap]?

    package func compute(_ table: Described<TableBound>) throws -> [Described<Question.Answer>] {
        guard maps.map(table.declaration.stands) ?? true else { return [] }
        return [Described(table.declaration, try question.answer(table.value, particles))]
    }
}

/// A question to a table that closed regions are part of.
package struct JointlyAskedOfTable<Question: JointQuestion>: Computation {
    package var particles: ParticleInputs
    package var question: Question
    package var maps: [LimitMap]?

    package func compute(
        _ input: (Described<TableBound>, [LimitSegment])
    ) throws -> [Described<Question.Answer>] {
        let (table, regions) = input
        guard maps.map(table.declaration.stands) ?? true else { return [] }
        return [Described(table.declaration, try question.answer(table.value, beside: regions, particles))]
    }
}

/// The closed regions of a table that counts towards what is excluded.
package struct RegionsOfTable: Computation {
    package var particles: ParticleInputs
    package var maps: [LimitMap]?

    package func compute(_ table: Described<TableBound>) throws -> [LimitSegment] {
        guard maps.map(table.declaration.stands) ?? true, table.declaration.excludes else { return [] }
        let masses = table.value.validity
        return try table.value.curve(masses: [masses.lowerBound, masses.upperBound], inputs: particles)
            .filter(\.isOutline)
    }
}

/// The answer of a limit that was asked for itself.
package struct OnlyOne<Answer: Codable & Hashable & Sendable>: Computation {
    package init() {}

    package func compute(_ answers: [Described<Answer>]) throws -> Described<Answer> {
        guard let answer = answers.first, answers.count == 1 else { throw NotOneAnswer(count: answers.count) }
        return answer
    }

    package struct NotOneAnswer: Error, CustomStringConvertible {
        var count: Int
        package var description: String { "a limit gave \(count) answers, not one: this is an error of the program" }
    }
}

/// The answers of all limits, in order.
package struct InOrder<Answer: Codable & Hashable & Sendable>: Computation {
    package init() {}

    package func compute(_ limits: [[Described<Answer>]]) -> [Described<Answer>] {
        limits.joined().sorted { LimitDeclaration.precedes($0.declaration, $1.declaration) }
    }
}

/// The curve of one limit among several.
package struct LimitOfName: Computation {
    package var name: String

    package init(name: String) { self.name = name }

    package func compute(_ limits: [DrawnLimit]) throws -> DrawnLimit {
        guard let limit = limits.first(where: { $0.name == name }) else { throw NoSuchLimit(name: name) }
        return limit
    }

    package struct NoSuchLimit: Error, CustomStringConvertible {
        var name: String
        package var description: String {
            "the limit '\(name)' is not among those of its map: this is an error of the program"
        }
    }
}

/// Lists one after the other.
package struct Joined: Computation {
    package init() {}

    package func compute(_ lists: [[LimitSegment]]) -> [LimitSegment] { Array(lists.joined()) }
}
