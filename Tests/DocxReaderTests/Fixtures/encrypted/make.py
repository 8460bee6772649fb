#!/usr/bin/env python3
"""Makes agile.docx: a small document as Word encrypts it since 2010 ([MS-OFFCRYPTO] 2.3.4.10), password `open sesame`.

A compound file with the streams EncryptionInfo and EncryptedPackage. Needs msoffcrypto-tool (pip install msoffcrypto-tool); salts
are random, so each run makes other bytes.
"""
import io
import pathlib
import zipfile

from msoffcrypto.format.ooxml import OOXMLFile

TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
LINKS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
         'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
         'Target="word/document.xml"/></Relationships>')
DOCUMENT = ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            '<w:t>Minutes of the harbour board</w:t></w:r></w:p></w:body></w:document>')

package = io.BytesIO()
with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, xml in (("[Content_Types].xml", TYPES), ("_rels/.rels", LINKS), ("word/document.xml", DOCUMENT)):
        archive.writestr(name, xml)
with open(pathlib.Path(__file__).parent / "agile.docx", "wb") as file:
    OOXMLFile(package).encrypt("open sesame", file)
