"""Makes the encrypted files beside it: one page with the word Secret, by pikepdf (qpdf) in all methods of the standard.

    python3 -m venv venv && venv/bin/pip install pikepdf && venv/bin/python make.py
"""

import pathlib

import pikepdf

here = pathlib.Path(__file__).parent


def make(name, user, owner, revision, aes):
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = pdf.make_stream(b"BT /F1 12 Tf 20 50 Td (Secret) Tj ET")
    pdf.docinfo["/Title"] = "Kept from view"
    methods = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=aes, metadata=aes)
    pdf.save(here / name, encryption=methods, static_id=True)


make("rc4-40.pdf", "open sesame", "owner", 2, False)
make("rc4-128.pdf", "open sesame", "owner", 3, False)
make("aes-128.pdf", "open sesame", "owner", 4, True)
make("aes-256.pdf", "open sesame", "owner", 6, True)
make("aes-256-unicode.pdf", "пароль密码", "owner", 6, True)
make("latin-1.pdf", "Schlüssel", "owner", 3, False)
make("owner-only.pdf", "", "owner", 4, True)
