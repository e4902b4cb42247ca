@_exported import LimitModel
