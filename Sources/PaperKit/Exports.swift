// What a paper is written with, so that its author imports one module.
@_exported import BuildGraph
@_exported import DataFiles
@_exported import Manuscript
@_exported import NumericalMethods
@_exported import Plotting
@_exported import ProgramNodes
@_exported import RemoteFiles
@_exported import Units
