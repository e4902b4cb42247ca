import Amplitudes
import Kinematics

/// |M|² of MadGraph5_aMC@NLO 3.1.1 (standalone code), averaged over initial and summed over final spins.
///
/// 150 GeV muons on electrons at rest, g′ = 1e-3, 1/α = 137.036, PDG masses; momenta (x, y, z) of the final muon and electron in the
/// centre-of-mass frame with the muon along +z. The printed momenta conserve energy to 3e-11 only, so the particles' momenta
/// are rescaled to √s.
struct ReferencePoint {
    var mass: Double
    var muon: [Double]
    var electron: [Double]
    var squaredAmplitude: Double

    /// All momenta, on shell and conserved to rounding.
    var momenta: MuonEmissionMomenta {
        let s = Masses.muon * Masses.muon + Masses.electron * Masses.electron + 2 * Masses.electron * 150
        let third = zip(muon, electron).map { -$0 - $1 }
        let masses = [Masses.muon, Masses.electron, mass]
        let directions = [muon, electron, third]
        func scaled(_ factor: Double) -> [FourVector] {
            zip(masses, directions).map {
                FourVector(mass: $0, x: factor * $1[0], y: factor * $1[1], z: factor * $1[2])
            }
        }
        var factor = 1.0
        for _ in 0..<20 {
            let vectors = scaled(factor)
            let energy = vectors.reduce(0) { $0 + $1.energy }
            let slope = vectors.reduce(0) { $0 + ($1.energy > 0 ? $1.momentumSquared / $1.energy : 0) } / factor
            factor += (s.squareRoot() - energy) / slope
        }
        let final = scaled(factor)
        let momentum = TwoBody.momentum(total: s.squareRoot(), first: Masses.muon, second: Masses.electron)
        return MuonEmissionMomenta(
            muon: FourVector(mass: Masses.muon, x: 0, y: 0, z: momentum),
            electron: FourVector(mass: Masses.electron, x: 0, y: 0, z: -momentum), finalMuon: final[0],
            finalElectron: final[1], boson: final[2])
    }

    static let zPrime: [ReferencePoint] = [
        ReferencePoint(
            mass: 0.001, muon: [-0.024463722649518342, 0.0032103036570025755, 0.18297159588389295],
            electron: [0.029621547432189057, 0.0, -0.184176740403987], squaredAmplitude: 0.5595675689457904),
        ReferencePoint(
            mass: 0.001, muon: [-0.11237182249878311, 0.004001221860507543, 0.11967679218638351],
            electron: [0.12059803393810976, 0.0, -0.14189695978234526], squaredAmplitude: 0.03213719527543314),
        ReferencePoint(
            mass: 0.01, muon: [-0.16645519761381378, 0.011959937193231691, 0.06491155068963202],
            electron: [0.16610003528863793, 0.0, -0.07132565507295177], squaredAmplitude: 0.0015665988481821146),
        ReferencePoint(
            mass: 0.01, muon: [-0.0013464041796052866, 0.0051745032736325615, 0.10595346867478743],
            electron: [0.002986703208688452, 0.0, -0.18043866069908585], squaredAmplitude: 7.437433439855667),
        ReferencePoint(
            mass: 0.1, muon: [-0.03807481999735611, 0.04025758288919749, 0.032936906870489585],
            electron: [0.011346211804395696, 0.0, -0.13227662997123185], squaredAmplitude: 0.008247074221470908),
        ReferencePoint(
            mass: 0.1, muon: [0.08257562907593234, 0.09681282152153868, 0.03603211362490012],
            electron: [0.00573594867241718, 0.0, -0.06809680570541231], squaredAmplitude: 0.002058945652933491),
        ReferencePoint(
            mass: 0.1, muon: [0.02217008231053597, 0.004443922514741711, 0.03845549310068916],
            electron: [0.012031652271802208, 0.0, -0.14218745172767258], squaredAmplitude: 0.010707930237507884),
        ReferencePoint(
            mass: 0.1, muon: [0.014934491357889984, -0.004459956786975013, -0.00788613664342523],
            electron: [0.06726646889412977, 0.0, -0.10628737568647162], squaredAmplitude: 9.480388473571939e-05),
        ReferencePoint(
            mass: 0.2, muon: [-0.049262000397086066, 0.04478336480945414, 0.04992104498222892],
            electron: [0.004894831608346466, 0.0, -0.06086535184011948], squaredAmplitude: 0.002651936510996038),
        ReferencePoint(
            mass: 0.28, muon: [0.018939773230565806, 0.025055818102946277, -0.009464478811788416],
            electron: [0.0005321085353945604, 0.0, -0.012257121198450622], squaredAmplitude: 0.018936398742819844),
    ]

    static let photon: [ReferencePoint] = [
        ReferencePoint(
            mass: 0, muon: [-0.1160302441179487, -0.09372193900590554, 0.0263938474199398],
            electron: [0.11754472591366968, 0.1330649293892932, -0.008884873997819124],
            squaredAmplitude: 15.474237185408686),
        ReferencePoint(
            mass: 0, muon: [-0.02818216219978777, 0.1222836498996748, 0.0491213116518498],
            electron: [-0.04238919396677486, -0.07386463821285538, 0.053574956409957936],
            squaredAmplitude: 4.348162475363496),
        ReferencePoint(
            mass: 0, muon: [0.15343035717308356, -0.01395757098702, -0.10267553166579468],
            electron: [-0.13083597447364498, 0.021063315420419847, 0.06435513093565794],
            squaredAmplitude: 24.510959822852953),
        ReferencePoint(
            mass: 0, muon: [-0.04406708896687226, -0.01986480181247231, 0.06901855110870884],
            electron: [0.07980791023207645, 0.021080891500814585, -0.15592152837012346],
            squaredAmplitude: 180.33288259901474),
        ReferencePoint(
            mass: 0, muon: [0.006310351761392495, 0.1065607086647106, 0.1049009069992803],
            electron: [-0.03026045945407599, -0.14515942141597177, -0.09419343982411499],
            squaredAmplitude: 64.67907554655412),
    ]

    static let elastic: [ReferencePoint] = [
        ReferencePoint(
            mass: 0, muon: [-0.015534549299102873, 0.0754938215535599, 0.17257673912046811],
            electron: [0.015534549299102873, -0.0754938215535599, -0.17257673912046811],
            squaredAmplitude: 19.620243395112475),
        ReferencePoint(
            mass: 0, muon: [-0.11370839872252632, -0.12807738731212984, -0.07993718233337202],
            electron: [0.11370839872252632, 0.12807738731212984, 0.07993718233337202],
            squaredAmplitude: 0.03888580461127936),
        ReferencePoint(
            mass: 0, muon: [-0.12667479597638812, -0.06006612602217209, 0.1267632705840698],
            electron: [0.12667479597638812, 0.06006612602217209, -0.1267632705840698],
            squaredAmplitude: 1.2096069536509346),
        ReferencePoint(
            mass: 0, muon: [0.17690781214871565, -0.047660042873856376, -0.04642754047069487],
            electron: [-0.17690781214871565, 0.047660042873856376, 0.04642754047069487],
            squaredAmplitude: 0.05446188176533893),
        ReferencePoint(
            mass: 0, muon: [0.01578189659933146, -0.17243671203262978, 0.07576201081838463],
            electron: [-0.01578189659933146, 0.17243671203262978, -0.07576201081838463],
            squaredAmplitude: 0.31895802851463606),
    ]
}

/// PDG masses in GeV and the coupling of the reference points.
enum Masses {
    static let muon = 0.1056583755
    static let electron = 0.51099895e-3
    static let fineStructure = 1 / 137.036
}
