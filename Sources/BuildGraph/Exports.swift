/// Whoever declares nodes writes computations too; physics imports `Computing` alone and knows no graph.
@_exported import Computing
