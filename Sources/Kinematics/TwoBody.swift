/// Decays and collisions of two bodies.
public enum TwoBody {
    /// The momentum of each of two bodies of masses `first` and `second` in the rest frame of their sum, whose mass is
    /// `total`; zero below threshold. The Källén function is factorised, so it is exact near threshold. GeV.
    @inlinable
    public static func momentum(total: Double, first: Double, second: Double) -> Double {
        let sum = first + second
        let difference = first - second
        let product = (total - sum) * (total + sum) * (total - difference) * (total + difference)
        return product > 0 && total > sum ? product.squareRoot() / (2 * total) : 0
    }
}
