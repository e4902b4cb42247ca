import Testing

@testable import Plotting

@Suite struct PaletteTests {
    private let inks = Inks(style: .revtexColumn)

    private func look(_ role: Role) -> [Look] { Line("line", x: [0, 1], y: [0, 1], role: role).mark.looks(inks) }

    @Test func linesOfTwoRolesDifferForEveryReader() throws {
        let roles: [Role] = [.signal, .alternative, .projection, .comparison, .background, .reference]
        for (index, first) in roles.enumerated() {
            for second in roles[(index + 1)...] {
                let confusion = try #require(look(first).first).confusion(with: try #require(look(second).first))
                #expect(confusion == nil, "\(first) and \(second)")
            }
        }
    }

    @Test func theTwoFavouredBandsDifferFromEachOtherAndFromThePageForEveryReader() throws {
        let tints = try [Role.favoured, .favouredWide].map { role in
            try #require(inks.fill(role, nil, isFilled: nil))
        }
        for (a, b) in [(tints[0], tints[1]), (tints[0], .white), (tints[1], .white)] {
            #expect(a.leastDifference(from: b).difference > 0.07)
        }
    }

    @Test func linesOfEveryRoleButTheBandsStandOutFromPageAndTints() {
        let tints = [Role.favoured, .favouredWide, .cut].compactMap { inks.fill($0, nil, isFilled: nil) }
        for role in Role.allCases where ![.favoured, .favouredWide].contains(role) {
            let colour = inks.line(role, nil)
            #expect(colour.contrast(with: .white) >= 3, "\(role)")
            // Red reaches 2.76 on the narrow band.
            for tint in tints { #expect(colour.contrast(with: tint) >= 2.7, "\(role)") }
        }
    }

    @Test func textsOfEveryInkCanBeReadOnThePage() {
        for role in Role.allCases { #expect(inks.text(role, nil).contrast(with: .white) >= 4.5, "\(role)") }
    }

    @Test func mixingIsLinear() {
        #expect(Colour.black.mixed(with: .white, share: 0.25) == Colour(red: 0.75, green: 0.75, blue: 0.75))
    }
}
