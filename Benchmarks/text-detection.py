#!/usr/bin/env python3
"""How often the encoding of a text is found, beside uchardet (Debian package `uchardet`) on the same bytes.

  text-detection.py [--command 'path/to/convert --to json'] [FOLDER …]

Made here: beginnings of 8 to 1,000 characters of invented texts in many encodings, at ten places each; right is who decodes the
characters exactly. FOLDERs hold samples named after their encodings (`zh/gb18030.txt`, as in uchardet's own tests); right is the
name, or one of a superset. Standard library only.
"""
import argparse
import json
import os
import random
import shlex
import subprocess
import tempfile

LENGTHS = [8, 20, 50, 200, 1000]

SIMPLIFIED = ("北湾港务中心负责全市码头的日常管理和安全检查工作，本年度共受理船舶进港申请三百二十七件，办结三百一十九件，其余八件结转下年度继续办理。"
              "中心严格按照有关规定公开收费标准，接受社会监督，全年没有发生责任事故。针对存在的问题，我们将进一步完善制度，提高服务质量，加强人员培训。"
              "来信来访均在规定期限内答复，群众满意率达到百分之九十六。新建的第三泊位已经投入使用，吞吐能力明显提升，预计明年货物总量增长一成左右。")
TRADITIONAL = ("北灣港務中心負責全市碼頭的日常管理與安全檢查工作，本年度共受理船舶進港申請三百二十七件，辦結三百一十九件，其餘八件結轉下年度繼續辦理。"
               "中心嚴格按照有關規定公開收費標準，接受社會監督，全年沒有發生責任事故。針對存在的問題，我們將進一步完善制度，提高服務品質，加強人員訓練。"
               "來信來訪均在規定期限內答覆，群眾滿意率達到百分之九十六。新建的第三泊位已經投入使用，吞吐能力明顯提升，預計明年貨物總量增長一成左右。")
JAPANESE = ("北湾港務所は市内の埠頭を管理し、安全の点検を行っています。今年度は三百二十七件の入港申請を受け付け、三百十九件を処理しました。"
            "残りの八件は来年度に引き継ぎます。料金の基準は公開しており、事故は一件もありませんでした。新しい第三バースが使えるようになりました。")
KOREAN = ("북만 항만사무소는 시내 부두를 관리하고 안전 점검을 실시합니다. 올해는 입항 신청 삼백이십칠 건을 접수하여 삼백십구 건을 처리하였습니다. "
          "나머지 여덟 건은 다음 해로 넘깁니다. 요금 기준을 공개하였고 사고는 한 건도 없었습니다. 새로운 제삼 선석을 사용할 수 있게 되었습니다. ")
FRENCH = ("Le bureau du port gère les quais de la ville et vérifie leur sécurité. Cette année, trois cent vingt-sept demandes d’entrée ont été reçues, "
          "trois cent dix-neuf ont été réglées; les huit autres sont reportées à l’année prochaine. Les tarifs sont publiés à l’hôtel de ville. ")
RUSSIAN = ("Управление порта заведует причалами города и проверяет их безопасность. В этом году поступило триста двадцать семь заявлений, "
           "из них рассмотрено триста девятнадцать; остальные восемь перенесены на следующий год. Тарифы опубликованы, аварий не было. ")


def table(r):
    rows = ["编号,名称,进港,出港"]
    for number in range(1, 80):
        rows.append("%d,%s%d,%d,%d" % (number, r.choice(["北港", "南港", "合计"]), number % 7, r.randint(0, 9999), r.randint(0, 999)))
    return "\n".join(rows) + "\n"


def cases():
    r = random.Random(7)
    return [
        ("Chinese prose", SIMPLIFIED, ["utf-8", "gb18030", "utf-16le", "utf-16be"]), ("Chinese numbers (CSV)", table(r), ["gb18030", "utf-16le"]),
        ("traditional Chinese", TRADITIONAL, ["big5", "gb18030"]), ("Japanese", JAPANESE, ["shift_jis", "euc_jp", "iso2022_jp"]),
        ("Korean", KOREAN, ["cp949"]), ("French", FRENCH, ["cp1252"]), ("Russian", RUSSIAN, ["cp1251", "koi8_r"]),
    ]


def ours(command, path):
    output = subprocess.run(command + [path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return json.loads(output)["source"].get("encoding", "?") if output else "?"


def uchardet(path):
    return subprocess.run(["uchardet", path], stdout=subprocess.PIPE).stdout.decode().strip() or "?"


def decodes(data, name, text):
    name = {"ascii": "utf-8", "uhc": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "windows-1252": "cp1252"}.get(name.lower(), name)
    try:
        return data.decode(name) == text
    except (LookupError, UnicodeError):
        return False


def prefixes(command, folder):
    print("| text | encoding | " + " | ".join("%d: ours / uchardet" % length for length in LENGTHS) + " |")
    print("|---|---|" + "--:|" * len(LENGTHS))
    for title, text, encodings in cases():
        text = text * 4 if len(text) < 1100 else text
        for encoding in encodings:
            cells = []
            for length in LENGTHS:
                right = [0, 0]
                for place in range(10):
                    start = 0 if "CSV" in title else (place * 37) % (len(text) - min(length, len(text) - 1))
                    piece = text[start:start + length]
                    if "CSV" in title and length > len(text):
                        piece = text
                    path = os.path.join(folder, "piece.txt")
                    data = piece.encode(encoding)
                    with open(path, "wb") as file:
                        file.write(data)
                    right[0] += decodes(data, ours(command, path), piece)
                    right[1] += decodes(data, uchardet(path), piece)
                cells.append("%d / %d" % (right[0] * 10, right[1] * 10))
            print("| %s | %s | %s |" % (title, encoding, " | ".join(cells)))


SUPERSETS = {"ascii": "utf-8", "uhc": "euc-kr", "utf-16": "utf-16le", "iso-8859-1": "windows-1252", "sjis": "shift_jis", "utf-16.be": "utf-16be",
             "utf-16.le": "utf-16le", "utf-32.be": "utf-32be", "utf-32.le": "utf-32le"}


def folders(command, paths):
    print("\n| file | ours | uchardet |")
    print("|---|---|---|")
    for root in paths:
        for folder, _, names in sorted(os.walk(root)):
            for name in sorted(names):
                path = os.path.join(folder, name)
                expected = name.lower() if name.lower() in SUPERSETS else os.path.splitext(name)[0].lower()
                expected = SUPERSETS.get(expected, expected)
                cells = []
                for answer in (ours(command, path), uchardet(path)):
                    known = SUPERSETS.get(answer.lower(), answer.lower())
                    cells.append(answer if known == expected else "**%s**" % answer)
                print("| %s | %s | %s |" % (os.path.relpath(path, root), cells[0], cells[1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default=".build/release/convert --to json")
    parser.add_argument("folders", nargs="*")
    arguments = parser.parse_args()
    command = shlex.split(arguments.command)
    with tempfile.TemporaryDirectory() as folder:
        prefixes(command, folder)
    if arguments.folders:
        folders(command, arguments.folders)


if __name__ == "__main__":
    main()
