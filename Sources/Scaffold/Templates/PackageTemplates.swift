extension Template {
    /// Package.swift, the physics and its test.
    static let package: [Template] = [
        Template(
            "Package.swift",
            #"""
            // swift-tools-version: 6.2
            import PackageDescription

            // The physics is optimised in a debug build too, so that `swift run` computes as fast as a release build.
            let optimised: [SwiftSetting] = [
                .unsafeFlags(["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"], .when(configuration: .debug))
            ]

            let package = Package(
                name: "@name@",
                dependencies: [
                    @dependency@
                ],
                targets: [
                    // What is computed. A module of its own: an edited caption or legend runs no computation again.
                    .target(
                        name: "@Name@Physics",
                        dependencies: [.product(name: "NumericalMethods", package: "@package@")],
                        swiftSettings: optimised),
                    // The paper: parameters, sections, figures, numbers, claims. The plugin says which code a result was made by.
                    .executableTarget(
                        name: "@name@",
                        dependencies: ["@Name@Physics", .product(name: "PaperKit", package: "@package@")],
                        plugins: [.plugin(name: "FingerprintSources", package: "@package@")]),
                    .testTarget(name: "@Name@Tests", dependencies: ["@Name@Physics"]),
                ],
                swiftLanguageModes: [.v6]
            )

            """#),
        Template(
            "Sources/@Name@Physics/Period.swift",
            #"""
            import Computing
            import Foundation
            import NumericalMethods

            /// The period of a pendulum, in units of that of a small swing: (2/π) K(sin(θ₀/2)).
            ///
            /// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 17.3.1.
            public struct RelativePeriod: Computation {
                /// The largest angle, rad; from 0 to below π.
                public var amplitude: Double

                public init(amplitude: Double) {
                    self.amplitude = amplitude
                }

                public func compute(_ input: ()) throws -> Estimate {
                    let modulus = sin(amplitude / 2)
                    let integral = try Quadrature.adaptive(over: 0...Double.pi / 2, relativeTolerance: 1e-12) { angle in
                        1 / (1 - pow(modulus * sin(angle), 2)).squareRoot()
                    }
                    return integral * (2 / Double.pi)
                }
            }

            /// The relative period over the amplitude, rad.
            public struct RelativePeriodCurve: Computation {
                /// The last amplitude, rad; below π.
                public var largest: Double
                /// How many points; two or more.
                public var points: Int

                public init(largest: Double, points: Int) {
                    self.largest = largest
                    self.points = points
                }

                public func compute(_ input: ()) throws -> Curve {
                    let amplitudes = (0..<points).map { largest * Double($0) / Double(points - 1) }
                    return Curve(x: amplitudes, estimates: try amplitudes.map { try RelativePeriod(amplitude: $0).compute(()) })
                }
            }

            /// The period of a small swing, s: 2π √(l/g).
            public struct SmallSwing: Computation {
                /// In metres.
                public var length: Double
                /// In m/s².
                public var gravity: Double

                public init(length: Double, gravity: Double) {
                    self.length = length
                    self.gravity = gravity
                }

                public func compute(_ input: ()) -> Estimate {
                    .closedForm(2 * Double.pi * (length / gravity).squareRoot(), operations: 8)
                }
            }

            """#),
        Template(
            "Tests/@Name@Tests/PeriodTests.swift",
            #"""
            import Foundation
            import NumericalMethods
            import Testing

            @testable import @Name@Physics

            @Suite("The relative period")
            struct RelativePeriodTests {
                /// A second method: 1 / agm(1, cos(θ₀/2)), by Gauss.
                private func byMeans(_ amplitude: Double) -> Double {
                    var (arithmetic, geometric) = (1.0, cos(amplitude / 2))
                    for _ in 0..<8 {
                        (arithmetic, geometric) = ((arithmetic + geometric) / 2, (arithmetic * geometric).squareRoot())
                    }
                    return 1 / arithmetic
                }

                @Test("is the inverse of an arithmetic-geometric mean", arguments: [0.01, 0.5, 1, 2, 3])
                func secondMethod(amplitude: Double) throws {
                    let period = try RelativePeriod(amplitude: amplitude).compute(())
                    #expect(abs(period.value - byMeans(amplitude)) <= period.error + 1e-14)
                }

                @Test("of a small swing is one")
                func limit() throws {
                    #expect(abs(try RelativePeriod(amplitude: 1e-6).compute(()).value - 1) < 1e-12)
                }
            }

            """#),
    ]
}
