package org.kizuna.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address of every page, by the account that reads it. */
final class Pages {

    private Pages() {}

    /** @return the addresses by account; {@code nobody} is not signed in */
    static Map<String, List<String>> byReader() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put("nobody", List.of("/signin"));
        pages.put(
                "officer",
                List.of(
                        "/",
                        "/partner/list",
                        "/partner/identifiers",
                        "/partner/list?q=Nobody+is+called+this",
                        "/partner/view?ref=P-000080",
                        "/partner/edit",
                        "/partner/edit?ref=P-000080",
                        "/agreement/list",
                        "/agreement/view?ref=SAMPLE-1",
                        "/agreement/view?ref=SAMPLE-4",
                        "/agreement/edit",
                        "/agreement/edit?ref=SAMPLE-4",
                        "/contribution/list",
                        "/contribution/view?ref=C-000378",
                        "/contribution/edit",
                        "/contribution/edit?ref=C-000378",
                        "/contribution/entry?ref=E-002750",
                        "/contribution/entries",
                        "/event/list",
                        "/event/view?ref=EV-000001",
                        "/event/edit?ref=EV-000001",
                        "/event/series?ref=ES-000001",
                        "/event/series-edit?ref=ES-000001",
                        "/exchange/list",
                        "/exchange/upload",
                        "/dashboard/donors",
                        "/dashboard/donors?donor=P-000080&currency=JPY",
                        "/search?q=Japan",
                        "/security/profile",
                        "/security/password",
                        "/document/attach?kind=Agreement&id=1",
                        "/tag/edit?kind=Agreement&ref=SAMPLE-1",
                        "/partner/view?ref=nobody",
                        "/history/journal"));
        pages.put(
                "approver",
                List.of("/", "/partner/view?ref=P-000080", "/agreement/view?ref=SAMPLE-4", "/notification/notices"));
        pages.put("treasurer", List.of("/", "/contribution/view?ref=C-000378", "/contribution/entry?ref=E-002750"));
        pages.put("manager", List.of("/", "/event/view?ref=EV-000003"));
        pages.put(
                "auditor",
                List.of(
                        "/",
                        "/history/journal",
                        "/history/audit",
                        "/history/past?kind=Partner&ref=P-000080&with=2021-06-29T12:00",
                        "/dashboard/portfolio?standingOn=2021-12-31",
                        "/history/journal?value=Japan&field=legalName",
                        "/history/reports",
                        "/history/report?name=late-entries",
                        "/history/report?name=conflicting-roles",
                        "/history/report?name=access-changes",
                        "/history/report?name=number-gaps&from=2020-01-01&to=2020-01-02",
                        "/history/timeline?partner=P-000080",
                        "/history/export",
                        "/history/record?kind=Partner&ref=P-000080"));
        pages.put(
                "admin",
                List.of(
                        "/",
                        "/security/accounts",
                        "/security/account",
                        "/security/account?name=officer",
                        "/tag/codelists",
                        "/tag/codelists?list=DAC_PURPOSE",
                        "/history/persons",
                        "/history/persons?q=Li"));
        return pages;
    }
}
