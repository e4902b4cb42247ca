import DetectorPhysics
import Testing

@Suite("A material")
struct MaterialTests {
    @Test("has the atoms of its density")
    func atoms() {
        // A mole of silicon is 28.0855 g, 12.059 cm³.
        let layer = 28.0855 / 2.329 * 1e-6
        #expect(abs(Material.silicon.atoms(thickness: layer) / 6.022_140_76e23 - 1) < 1e-12)
    }

    @Test("of one radiation length is one radiation length thick")
    func radiationLengths() {
        #expect(Material.beryllium.radiationLengths(thickness: 0.3528) == 1)
    }
}
