/// Whoever declares nodes writes computations too; a module of computations imports `Computing` alone and knows no graph.
@_exported import Computing
