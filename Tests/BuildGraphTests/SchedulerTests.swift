import Testing

@testable import BuildGraph

@Suite("The order in which nodes are looked up and run")
struct SchedulerTests {
    /// a → b → d, a → c → d, and e alone; positions 0 to 4.
    private func scheduler() throws -> Scheduler {
        let a = Node("a", Constant(value: 1))
        let (b, c) = (Node("b", Sign(), from: a), Node("c", Sum(), from: a, a))
        let d = Node("d", Sum(), from: b, c)
        let graph = try Graph([d.erased, Node("e", Constant(value: 2)).erased])
        #expect(graph.nodes.map(\.name) == ["a", "b", "c", "d", "e"])
        return Scheduler(graph)
    }

    private func lookUps(_ scheduler: inout Scheduler) -> [Int] {
        var all: [Int] = []
        while let next = scheduler.nextLookUp() { all.append(next) }
        return all
    }

    @Test func beginsWithWhatHasNoInputs() throws {
        var scheduler = try scheduler()
        #expect(Array(scheduler.lookUps) == [0, 4])
        #expect(lookUps(&scheduler) == [0, 4] && !scheduler.hasLookUps)
    }

    @Test func bringsANodeUpOnceWhenItsLastInputIsKnown() throws {
        var scheduler = try scheduler()
        _ = lookUps(&scheduler)
        scheduler.succeed(0)
        #expect(lookUps(&scheduler) == [1, 2])
        scheduler.succeed(2)
        #expect(lookUps(&scheduler) == [])
        scheduler.succeed(2)
        #expect(lookUps(&scheduler) == [])
        scheduler.succeed(1)
        #expect(lookUps(&scheduler) == [3])
    }

    @Test func runsTheFirstInTheGraphFirstAndNoMoreThanMay() throws {
        var scheduler = try scheduler()
        for position in [4, 2, 1] { scheduler.enqueue(position) }
        var run: [Int] = []
        while let next = scheduler.nextRun(atMost: 2) {
            scheduler.begin(next)
            run.append(next)
        }
        #expect(run == [1, 2] && !scheduler.isOver(stopping: false))
        scheduler.end(1)
        #expect(scheduler.nextRun(atMost: 2) == 4)
    }

    /// As positions: 0 takes three cores, 1 one, 2 six, 3 most of the memory, 4 as much.
    private func demanding() throws -> Scheduler {
        let demands = [
            NodeDemand(cores: 3), NodeDemand(), NodeDemand(cores: 6), NodeDemand(memory: 60), NodeDemand(memory: 60),
        ]
        let nodes = demands.enumerated().map { number, demand in
            Node<Int>("n\(number)", fromAny: [], parameters: number, tool: NodeTool(demand: demand)) { number, _ in
                number
            }.erased
        }
        return Scheduler(try Graph(nodes), memory: 100)
    }

    private func begin(_ positions: [Int], _ scheduler: inout Scheduler) -> [Int] {
        for position in positions { scheduler.enqueue(position) }
        var run: [Int] = []
        while let next = scheduler.nextRun(atMost: 4) {
            scheduler.begin(next)
            run.append(next)
        }
        return run
    }

    @Test func countsANodeOfSeveralCoresAsSoMany() throws {
        var scheduler = try demanding()
        #expect(begin([0, 1, 3], &scheduler) == [0, 1])
        scheduler.end(0)
        #expect(begin([], &scheduler) == [3])
    }

    @Test func runsANodeOfMoreCoresThanThereAreAlone() throws {
        var scheduler = try demanding()
        #expect(begin([1, 2], &scheduler) == [1])
        scheduler.end(1)
        #expect(begin([3], &scheduler) == [2])
    }

    @Test func runsNoMoreAtOnceThanTheMemoryHolds() throws {
        var scheduler = try demanding()
        #expect(begin([3, 4], &scheduler) == [3])
        scheduler.end(3)
        #expect(begin([], &scheduler) == [4])
    }

    @Test func skipsWhatIsDownstreamOfAFailureAndNothingElse() throws {
        var scheduler = try scheduler()
        scheduler.fail(1)
        #expect((0..<5).map { scheduler[$0] } == [.waiting, .failed, .waiting, .skipped, .waiting])
        scheduler.succeed(2)
        #expect(Array(scheduler.lookUps) == [0, 4])
    }

    @Test func waitsForOthersUnlessItStops() throws {
        var scheduler = try scheduler()
        scheduler.beginElsewhere()
        #expect(!scheduler.isOver(stopping: false) && scheduler.isOver(stopping: true))
        scheduler.enqueue(1)
        scheduler.dropRuns()
        scheduler.endElsewhere()
        #expect(scheduler.nextRun(atMost: 1) == nil && scheduler.isOver(stopping: false))
    }
}
