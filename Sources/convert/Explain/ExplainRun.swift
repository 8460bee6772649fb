#if PDF
  internal import ConverterCore
  internal import FoundationEssentials
  internal import PDFReader
  internal import PageLayout

  /// Draws pages of one PDF with all that was understood of them.
  struct ExplainRun: Sendable {
    enum Format: String, CaseIterable, Sendable {
      case svg, html
    }

    var input: Input
    /// The page to draw, counted from 1; `nil` for all.
    var page: Int?
    var format: Format
    /// The file to write; `nil` for standard output.
    var output: String?
    /// The dots per inch of page pictures; 0 for none.
    var resolution: Int
    var reading: ReadingChoices
    var printer: FindingPrinter
  }

  extension ExplainRun {
    /// - Returns: `incomplete` where the file or one of its pages cannot be read, `wrongUsage` where it has no such page.
    func run() -> ExitStatus {
      do throws(ReadingError) {
        let source = try input.source(format: nil, within: reading.limits)
        let format = try StandardConverter.make(reading).detect(source).format
        guard format.name == "pdf" else {
          return fail(.incomplete, "only pages of PDF files are explained; this is \(format.name)")
        }
        return try PDFReader(password: reading.password).withPages(of: source, within: reading.limits) {
          pages throws(ReadingError) in explain(pages)
        }
      } catch {
        printer.print(Outcome(name: input.name, Outcome.Failure(error)))
        return .incomplete
      }
    }

    private func fail(_ status: ExitStatus, _ sentence: String) -> ExitStatus {
      printer.print(Outcome(name: input.name, Outcome.Failure(code: "explain", sentence: sentence)))
      return status
    }

    private func explain(_ pages: borrowing PDFPages) -> ExitStatus {
      if let page, page > pages.pageCount {
        let count = pages.pageCount == 1 ? "1 page" : "\(pages.pageCount) pages"
        return fail(.wrongUsage, "there is no page \(page); the file has \(count)")
      }
      let numbers = page.map { $0...$0 } ?? 1...max(1, pages.pageCount)
      var outcome = Outcome(name: input.name, status: .converted, remarks: pages.findings.map(Outcome.Remark.init))
      do throws(WritingError) {
        var output = DataOutput(path: output, isStandardOutput: output == nil)
        switch format {
        case .svg: drawImage(of: pages, numbers.lowerBound, to: &output, &outcome)
        case .html: try drawBook(of: pages, numbers, to: &output, &outcome)
        }
        if outcome.error == nil { try output.finish() }
      } catch {
        printer.print(outcome)
        return .afterWriting(error)
      }
      printer.print(outcome)
      return ExitStatus(of: [outcome.status])
    }

    private func drawImage(
      of pages: borrowing PDFPages, _ number: Int, to output: inout DataOutput, _ outcome: inout Outcome
    ) {
      do throws(ReadingError) {
        TraceImage(try drawing(of: pages, number, &outcome)).write(to: &output.buffer)
      } catch {
        outcome = Outcome(name: input.name, Outcome.Failure(error))
      }
    }

    private func drawBook(
      of pages: borrowing PDFPages, _ numbers: ClosedRange<Int>, to output: inout DataOutput, _ outcome: inout Outcome
    ) throws(WritingError) {
      let book = TraceBook(name: input.name, pageCount: pages.pageCount, hasPictures: resolution > 0)
      book.writePrologue(to: &output.buffer)
      for number in numbers {
        do throws(ReadingError) {
          book.write(try drawing(of: pages, number, &outcome), to: &output.buffer)
        } catch {
          book.write(unreadablePage: number, error.description, to: &output.buffer)
          outcome.status = .partial
          outcome.remarks.append(Outcome.Remark(severity: .error, sentence: error.description))
        }
        try output.flushIfFull()
      }
      book.writeEpilogue(to: &output.buffer)
    }

    /// The trace of a page with its picture as a data URI (RFC 2397).
    private func drawing(
      of pages: borrowing PDFPages, _ number: Int, _ outcome: inout Outcome
    ) throws(ReadingError) -> TraceDrawing {
      let trace = PageAnalyzer().trace(of: try pages.page(number), structure: pages.statedStructure(ofPage: number))
      outcome.remarks += trace.page.findings.map(Outcome.Remark.init)
      let picture = resolution > 0 ? pages.picture(ofPage: number, dotsPerInch: Double(resolution)) : nil
      return TraceDrawing(trace, picture: picture.map { "data:image/png;base64," + $0.base64EncodedString() })
    }
  }
#endif
