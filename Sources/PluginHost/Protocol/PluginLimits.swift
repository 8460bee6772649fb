internal import ConverterCore

/// The bounds of one reading as a plug-in is told them; names and units are those of `Limits`.
public struct PluginLimits: Hashable, Sendable {
  /// Pages of one document.
  public var pages: Int
  /// Grid positions (rows × columns) of all tables of one document.
  public var cells: Int
  /// Nesting of elements, tables or containers.
  public var depth: Int
  /// Bytes that one source may unpack to.
  public var unpackedBytes: Int
  /// Unpacked bytes per packed byte.
  public var ratio: Int
  /// Members of one container.
  public var entries: Int

  init(_ limits: Limits) {
    pages = limits.pages
    cells = limits.cells
    depth = limits.depth
    unpackedBytes = limits.unpackedBytes
    ratio = limits.ratio
    entries = limits.entries
  }

  /// The bounds for a reader in this process.
  var limits: Limits {
    Limits(
      pages: pages, cells: cells, depth: depth, unpackedBytes: unpackedBytes, ratio: ratio, entries: entries)
  }
}

extension PluginLimits {
  /// The error for a source that asks for more than a bound.
  ///
  /// - Parameters:
  ///   - name: the name of the bound as in the protocol.
  ///   - asked: how much the source asks for, where it is known.
  func refusal(of name: String, asked: Int?) -> ReadingError.Reason {
    let granted: Int? =
      switch name {
      case "pages": pages
      case "cells": cells
      case "depth": depth
      case "unpackedBytes": unpackedBytes
      case "ratio": ratio
      case "entries": entries
      default: nil
      }
    return .limit(name: name, asked: asked ?? granted.map { $0 &+ 1 } ?? 0, granted: granted ?? 0)
  }
}
