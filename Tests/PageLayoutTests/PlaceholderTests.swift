import Testing
@testable import PageLayout
