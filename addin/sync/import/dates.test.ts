import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectDateOrder, looksLikeDate, readDate } from "./dates.ts";

describe("dates as people write them", () => {
  test.each([
    ["2023-12-31", "2023-12-31"],
    ["2023-12-31 00:00:00", "2023-12-31"],
    ["2023-12-31T10:15:00Z", "2023-12-31"],
    ["2023.12.31.", "2023-12-31"],
    ["20231231", "2023-12-31"],
    ["31.12.2023", "2023-12-31"],
    ["31.12.2023.", "2023-12-31"],
    ["1. 2. 2023", "2023-02-01"],
    ["31-12-2023", "2023-12-31"],
    ["31/12/2023 14:05", "2023-12-31"],
    ["05.06.23", "2023-06-05"],
    ["05.06.99", "1999-06-05"],
    ["31.12.2023. g.", "2023-12-31"],
    ["2018. gada 5. martā", "2018-03-05"],
    ["2018. gada 5. jūnijs", "2018-06-05"],
    ["5. maijs 2018", "2018-05-05"],
    ["31 Dec 2023", "2023-12-31"],
    ["December 31, 2023", "2023-12-31"],
  ])("%s is %s", (text, day) => {
    expect(readDate(text, "DMY")).toBe(day);
  });

  test.each(["31.02.2023", "00.01.2023", "2023-13-01", "rudenī", "2023", "12", "1.2", "31.12.", "LN-2023-01", ""])(
    "“%s” is no date",
    (text) => {
      expect(readDate(text, "DMY")).toBeNull();
    },
  );

  test("without an order only dates that tell day from month are read", () => {
    expect(readDate("05.06.2023", null)).toBeNull();
    expect(readDate("2023-06-05", null)).toBe("2023-06-05");
  });
  test("the month comes first when the person says so, and a day that cannot be a month is then refused", () => {
    expect(readDate("06/05/2023", "MDY")).toBe("2023-06-05");
    expect(readDate("31/05/2023", "MDY")).toBeNull();
  });
  test("every day of the calendar is read back from each writing", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(".", "-", "/"), (date, sign) => {
        const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
        const iso = `${year}-${month}-${day}`;
        expect(readDate([day, month, year].join(sign), "DMY")).toBe(iso);
        expect(readDate([Number(month), Number(day), year].join(sign), "MDY")).toBe(iso);
        expect(readDate(iso, null)).toBe(iso);
        expect(looksLikeDate([day, month, year].join(sign))).toBe(true);
      }),
    );
  });
});

describe("the order of a column's dates", () => {
  test("any first part above 12 makes the day first", () => {
    expect(detectDateOrder(["01.02.2020", "20-01-2016", "03.04.2020"])).toBe("DMY");
  });
  test("any second part above 12 makes the month first", () => {
    expect(detectDateOrder(["01/02/2020", "12/31/2020"])).toBe("MDY");
  });
  test("when nothing decides, the person is asked", () => {
    expect(detectDateOrder(["01/02/2020", "03/04/2021"])).toBe("AMBIGUOUS");
  });
  test("ISO, words and days equal in both orders need no question", () => {
    expect(detectDateOrder(["2020-02-01", "5. maijs 2018", "05.05.2020", "rudenī", ""])).toBe("NONE");
  });
});
