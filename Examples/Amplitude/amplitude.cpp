// |M|^2 of mu(p) e(l) -> mu(p') e(l') Z'(k) at points of the phase space, as the Lagrangian
//
//     L = e A_a (mu-bar gamma^a mu + e-bar gamma^a e) + g Z'_a mu-bar gamma^a mu
//
// gives it: the two diagrams with the Z' from the incoming and the outgoing muon, as products of Dirac matrices between
// spinors, for each spin of the fermions and each helicity of the Z', squared and summed. No trace is taken and no invariant
// is used but the propagators'. It shares no code and no formula with the paper's own, which it checks.
//
// Reads a line "E m_mu m_e m_Z' alpha g", then a line "T E' D cos(phi)" for each point: the electron's recoil, the final
// muon's energy and D = p.p' - m_mu^2, on an electron at rest, and the azimuth of the electron about the direction of
// p - p', from the side of p. GeV. Writes |M|^2, averaged over initial spins, for each: GeV^-2.
//
//     g++ -O1 -o amplitude amplitude.cpp && ./amplitude < points

#include <cmath>
#include <complex>
#include <cstdio>

// The points are given on a target at rest, where a beam of 150 GeV makes ten digits of a double cancel.
typedef long double real;
typedef std::complex<real> number;

struct Vector {
    real t, x, y, z;
};

static Vector operator+(Vector a, Vector b) { return {a.t + b.t, a.x + b.x, a.y + b.y, a.z + b.z}; }
static Vector operator-(Vector a, Vector b) { return {a.t - b.t, a.x - b.x, a.y - b.y, a.z - b.z}; }
static real product(Vector a, Vector b) { return a.t * b.t - a.x * b.x - a.y * b.y - a.z * b.z; }
static Vector onShell(real mass, real x, real y, real z) {
    return {std::sqrt(mass * mass + x * x + y * y + z * z), x, y, z};
}

struct Spinor {
    number c[4];
};

struct Matrix {
    number c[4][4];
};

static Matrix zero() {
    Matrix m;
    for (auto &row : m.c)
        for (auto &element : row) element = 0;
    return m;
}

static Matrix operator+(Matrix a, const Matrix &b) {
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) a.c[i][j] += b.c[i][j];
    return a;
}

static Matrix operator*(const Matrix &a, const Matrix &b) {
    Matrix m = zero();
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 4; k++) m.c[i][j] += a.c[i][k] * b.c[k][j];
    return m;
}

static Matrix operator*(number factor, Matrix a) {
    for (auto &row : a.c)
        for (auto &element : row) element *= factor;
    return a;
}

// The Dirac representation: gamma^0 = diag(1, 1, -1, -1), gamma^i = ((0, sigma_i), (-sigma_i, 0)).
static Matrix gammaMatrix(int index) {
    const number i(0, 1);
    const number sigma[4][2][2] = {{{1, 0}, {0, 1}}, {{0, 1}, {1, 0}}, {{0, -i}, {i, 0}}, {{1, 0}, {0, -1}}};
    Matrix m = zero();
    for (int a = 0; a < 2; a++)
        for (int b = 0; b < 2; b++) {
            if (index == 0) {
                m.c[a][b] = sigma[0][a][b];
                m.c[a + 2][b + 2] = -sigma[0][a][b];
            } else {
                m.c[a][b + 2] = sigma[index][a][b];
                m.c[a + 2][b] = -sigma[index][a][b];
            }
        }
    return m;
}

static const Matrix gammas[4] = {gammaMatrix(0), gammaMatrix(1), gammaMatrix(2), gammaMatrix(3)};
static const real metric[4] = {1, -1, -1, -1};

static Matrix slash(const number v[4]) {
    Matrix m = zero();
    for (int a = 0; a < 4; a++) m = m + (metric[a] * v[a]) * gammas[a];
    return m;
}

static Matrix slash(Vector v) {
    const number c[4] = {v.t, v.x, v.y, v.z};
    return slash(c);
}

static Matrix plusMass(Matrix m, real mass) {
    for (int a = 0; a < 4; a++) m.c[a][a] += mass;
    return m;
}

// (p-slash + m) on a spinor at rest, normalised to u-bar u = 2m.
static Spinor particle(Vector p, real mass, int spin) {
    const Matrix m = plusMass(slash(p), mass);
    Spinor u;
    for (int a = 0; a < 4; a++) u.c[a] = m.c[a][spin] / std::sqrt(p.t + mass);
    return u;
}

// u-bar M w.
static number between(const Spinor &u, const Matrix &m, const Spinor &w) {
    number sum = 0;
    for (int a = 0; a < 4; a++) {
        number row = 0;
        for (int b = 0; b < 4; b++) row += m.c[a][b] * w.c[b];
        sum += (a < 2 ? real(1) : real(-1)) * std::conj(u.c[a]) * row;
    }
    return sum;
}

// The conjugate polarisation vectors of an outgoing boson: two circular ones and the longitudinal one.
static void polarisations(Vector k, real mass, number e[3][4]) {
    const real size = std::sqrt(k.x * k.x + k.y * k.y + k.z * k.z), across = std::sqrt(k.x * k.x + k.y * k.y);
    const real cosine = k.z / size, sine = across / size;
    const real c = across > 0 ? k.x / across : 1, s = across > 0 ? k.y / across : 0;
    const real first[3] = {cosine * c, cosine * s, -sine}, second[3] = {-s, c, 0};
    for (int a = 0; a < 2; a++) {
        e[a][0] = 0;
        for (int b = 0; b < 3; b++)
            e[a][b + 1] = std::conj(number(first[b], a == 0 ? second[b] : -second[b])) / std::sqrt(real(2));
    }
    e[2][0] = size / mass;
    const real direction[3] = {k.x / size, k.y / size, k.z / size};
    for (int b = 0; b < 3; b++) e[2][b + 1] = k.t / mass * direction[b];
}

struct Process {
    real energy, muon, electron, boson, alpha, coupling;
};

static real squaredAmplitude(const Process &c, Vector p, Vector l, Vector pOut, Vector lOut, Vector k, real t) {
    number e[3][4];
    polarisations(k, c.boson, e);
    const Matrix late = plusMass(slash(pOut + k), c.muon), early = plusMass(slash(p - k), c.muon);
    const real lateOffShell = 2 * product(pOut, k) + c.boson * c.boson;
    const real earlyOffShell = c.boson * c.boson - 2 * product(p, k);
    Matrix line[3][4];
    for (int h = 0; h < 3; h++) {
        const Matrix emission = slash(e[h]);
        const Matrix after = (1 / lateOffShell) * (emission * late), before = (1 / earlyOffShell) * (early * emission);
        for (int a = 0; a < 4; a++) line[h][a] = after * gammas[a] + gammas[a] * before;
    }
    real sum = 0;
    for (int spins = 0; spins < 16; spins++) {
        const Spinor in = particle(p, c.muon, spins & 1), out = particle(pOut, c.muon, spins >> 1 & 1);
        const Spinor target = particle(l, c.electron, spins >> 2 & 1), struck = particle(lOut, c.electron, spins >> 3 & 1);
        for (int h = 0; h < 3; h++) {
            number amplitude = 0;
            for (int a = 0; a < 4; a++)
                amplitude += metric[a] * between(struck, gammas[a], target) * between(out, line[h][a], in);
            sum += std::norm(amplitude);
        }
    }
    const real charge = 4 * std::acos(real(-1)) * c.alpha;
    return charge * charge * c.coupling * c.coupling * sum / (4 * t * t);
}

// As seen from the frame in which the muon and the electron have opposite momenta.
static Vector boosted(Vector v, real mass, real gamma, real gammaBeta) {
    return onShell(mass, v.x, v.y, gamma * v.z - gammaBeta * v.t);
}

int main() {
    double in[6];
    if (std::scanf("%lf %lf %lf %lf %lf %lf", in, in + 1, in + 2, in + 3, in + 4, in + 5) != 6) {
        std::fprintf(stderr, "amplitude: the first line must be: E m_mu m_e m_Z' alpha g\n");
        return 1;
    }
    const Process c = {in[0], in[1], in[2], in[3], in[4], in[5]};
    const real beam = std::sqrt((c.energy - c.muon) * (c.energy + c.muon));
    const real rootS = std::sqrt(c.muon * c.muon + c.electron * c.electron + 2 * c.electron * c.energy);
    const real gamma = (c.energy + c.electron) / rootS, gammaBeta = beam / rootS;
    double point[4];
    int count;
    while ((count = std::scanf("%lf %lf %lf %lf", point, point + 1, point + 2, point + 3)) == 4) {
        const real recoil = point[0], muonEnergy = point[1], delta = point[2], cosPhi = point[3];
        // The final muon in the plane of x and z.
        const real momentum = std::sqrt((muonEnergy - c.muon) * (muonEnergy + c.muon));
        const real cosine = (c.energy * muonEnergy - c.muon * c.muon - delta) / (beam * momentum);
        const real sine = std::sqrt((1 - cosine) * (1 + cosine));
        const Vector pOut = onShell(c.muon, momentum * sine, 0, momentum * cosine);
        // The electron and the Z' share p - p': the energies fix the angle of the electron to it.
        const real rx = -pOut.x, rz = beam - pOut.z, r = std::sqrt(rx * rx + rz * rz);
        const real loss = c.energy - muonEnergy, electronSquared = recoil * (recoil + 2 * c.electron);
        const real along = (2 * delta + 2 * loss * recoil - recoil * recoil + electronSquared + c.boson * c.boson) / (2 * r);
        const real across = std::sqrt(electronSquared - along * along), sinPhi = std::sqrt((1 - cosPhi) * (1 + cosPhi));
        const Vector lOut = onShell(
            c.electron, along * rx / r + across * cosPhi * rz / r, across * sinPhi, along * rz / r - across * cosPhi * rx / r);
        const Vector p = boosted({c.energy, 0, 0, beam}, c.muon, gamma, gammaBeta);
        const Vector l = boosted({c.electron, 0, 0, 0}, c.electron, gamma, gammaBeta);
        const Vector muon = boosted(pOut, c.muon, gamma, gammaBeta);
        const Vector electron = boosted(lOut, c.electron, gamma, gammaBeta);
        const Vector k =
            onShell(c.boson, -muon.x - electron.x, -muon.y - electron.y, -muon.z - electron.z);
        const real missing = rootS - muon.t - electron.t - k.t;
        if (!(std::fabs(missing) < 1e-9L * rootS)) {
            std::fprintf(stderr, "amplitude: no momenta at T = %g, E' = %g, D = %g, cos(phi) = %g\n", point[0], point[1],
                         point[2], point[3]);
            return 1;
        }
        std::printf("%.17Lg\n", squaredAmplitude(c, p, l, muon, electron, k, -2 * c.electron * recoil));
    }
    if (count != EOF) {
        std::fprintf(stderr, "amplitude: a line is not: T E' D cos(phi)\n");
        return 1;
    }
    return 0;
}
