import BuildGraph
import Foundation
import NumericalMethods
import Testing

@testable import ProgramNodes

@Suite("Programs of other languages")
struct RealProgramTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test("Python with numpy computes from a node's text, and its version and numpy's identify it")
    func python() async throws {
        let python = Program.python(packages: ["numpy"])
        let numbers = Node("numbers", fileID: "ProgramNodesTests/x.swift") { "1 2 3 4\n" }
        let script = Node("script", fileID: "ProgramNodesTests/x.swift") {
            """
            import numpy, sys
            values = numpy.loadtxt(sys.argv[1])
            numpy.save("values.npy", values)
            print("mean", values.mean(), "+-", values.std(ddof=1) / len(values) ** 0.5)
            """
        }
        let run = try Command(
            "python", python, arguments: [.input(script, as: "mean.py"), .input(numbers, as: "numbers.txt")],
            outputs: Files {
                $0.file("values.npy")
                $0.standardOutput()
            })
        let mean = Node.reported(
            "mean", in: try run.standardOutput, #"mean (?<value>\S+) \+- (?<error>\S+)"#, .stated(.statistical))
        let value = try await place.engine().value(of: mean)
        #expect(value.value == 2.5 && value.kind == .statistical && abs(value.error - 0.6455) < 1e-4)
        #expect(try await place.engine().value(of: run["values.npy"]).bytes.count > 32)
        let identity = try await place.engine().value(of: python.identity).text
        #expect(identity.contains("numpy ") && identity.contains("cpython 3."))
        #expect(try await place.ran(mean.erased) == [])
    }

    @Test("C++ is compiled by one node and run by another; a remark in the source compiles it and runs nothing")
    func compiled() async throws {
        let compiler = Program.find("g++", identity: .version(["--version"]), remedy: "apt install g++")
        func power(_ remark: String) throws -> Command {
            try place.write(
                """
                // \(remark)
                #include <iostream>
                int main() { double x; std::cin >> x; std::cout << x * x << "\\n"; }
                """, to: "power.cpp")
            let compile = try Command(
                "compile", compiler,
                arguments: ["-O1", "-o", .output("power"), .input(.file("power.cpp"), as: "power.cpp")],
                outputs: Files { $0.file("power") })
            let three = Node("three", fileID: "ProgramNodesTests/x.swift") { Blob(utf8: "3\n") }
            return try Command(
                "power", Program(built: try compile["power"]), outputs: Files { $0.standardOutput() },
                standardInput: three)
        }
        #expect(try await place.engine().value(of: try power("one").standardOutput).text == "9\n")
        let ran = try await place.ran(try power("two").standardOutput.erased)
        #expect(ran.contains("compile") && !ran.contains("power"), "\(ran)")
    }

    @Test("gnuplot draws, the same bytes each time")
    func gnuplot() async throws {
        let gnuplot = Program.find("gnuplot", identity: .version(["--version"]), remedy: "apt install gnuplot-nox")
        let plot = Node("plot", fileID: "ProgramNodesTests/x.swift") {
            "set terminal svg size 300,200\nset output 'sine.svg'\nplot sin(x)\n"
        }
        func command() throws -> Command {
            try Command(
                "sine", gnuplot, arguments: [.input(plot, as: "sine.gp")], outputs: Files { $0.file("sine.svg") })
        }
        let first = try await place.engine(cache: "a").value(of: try command()["sine.svg"])
        #expect(first.text.contains("<svg"))
        #expect(try await place.engine(cache: "b").value(of: try command()["sine.svg"]) == first)
    }
}
