package io.nurt.exchange.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nurt.exchange.internal.Datasets;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.ReadingOptions;
import io.nurt.exchange.internal.reading.Row;
import io.nurt.exchange.internal.reading.RowCursor;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.exchange.internal.values.TableProfiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretationTests {
    private static TableProfile dataset(String folder, String name) throws Exception {
        return TableProfiler.profile(
                ForeignFile.inspect(Datasets.folder(folder).resolve(name), name, ReadingOptions.DETECT));
    }

    private static FileProposal of(String name, String text) throws Exception {
        Path path = Files.createTempFile("exchange", ".csv");
        path.toFile().deleteOnExit();
        Files.writeString(path, text);
        return FileInterpreter.propose(TableProfiler.profile(ForeignFile.inspect(path, name, ReadingOptions.DETECT)));
    }

    private static @Nullable TargetField field(FileProposal proposal, String header) {
        return proposal.columns().stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow()
                .field();
    }

    @ParameterizedTest
    @CsvSource({
        "maven-crm,accounts.csv,COMPANY,GENERIC",
        "maven-crm,products.csv,PRODUCT,GENERIC",
        "maven-crm,sales_teams.csv,PERSON,GENERIC",
        "maven-crm,sales_pipeline.csv,DEAL,GENERIC",
        "maven-crm,data_dictionary.csv,,GENERIC",
        "bpic2012,cases.csv,DEAL,GENERIC",
        "bpic2012,stage_history.csv,STAGE_HISTORY,GENERIC",
        "zoho-crm,Accounts.csv,COMPANY,ZOHO",
        "zoho-crm,Contacts.csv,CONTACT,ZOHO",
        "zoho-crm,Potentials.csv,DEAL,ZOHO",
        "zoho-crm,Products.csv,PRODUCT,ZOHO",
        "zoho-crm,Users.csv,PERSON,GENERIC",
        "zoho-crm,Leads.csv,,GENERIC",
        "zoho-crm,Tasks.csv,,GENERIC",
        "zoho-crm,Calls.csv,,GENERIC",
        "zoho-crm,Events.csv,,GENERIC",
        "zoho-crm,Quotes.csv,,GENERIC",
        "zoho-crm,Invoices.csv,,GENERIC",
        "zoho-crm,Sales_Orders.csv,,GENERIC",
        "zoho-crm,Campaigns.csv,,GENERIC",
        "zoho-crm,Cases.csv,,GENERIC",
        "salesforce-weekly-export,Account.csv,COMPANY,SALESFORCE",
        "salesforce-weekly-export,Contact.csv,CONTACT,SALESFORCE",
        "salesforce-weekly-export,Opportunity.csv,DEAL,SALESFORCE",
        "salesforce-weekly-export,OpportunityHistory.csv,STAGE_HISTORY,SALESFORCE",
        "salesforce-weekly-export,Lead.csv,,SALESFORCE",
        "salesforce-weekly-export,Case.csv,,SALESFORCE",
        "salesforce-weekly-export,Campaign.csv,,SALESFORCE",
        "fivetran-salesforce-seeds,sf_account_data.csv,COMPANY,SALESFORCE",
        "fivetran-salesforce-seeds,sf_contact_data.csv,CONTACT,SALESFORCE",
        "fivetran-salesforce-seeds,sf_opportunity_data.csv,DEAL,SALESFORCE",
        "fivetran-salesforce-seeds,sf_user_data.csv,PERSON,SALESFORCE",
        "fivetran-hubspot-seeds,deal_data.csv,DEAL,HUBSPOT",
        "fivetran-hubspot-seeds,company_data.csv,COMPANY,HUBSPOT",
        "fivetran-hubspot-seeds,contact_data.csv,CONTACT,HUBSPOT",
        "fivetran-hubspot-seeds,owner_data.csv,PERSON,GENERIC",
        "fivetran-hubspot-seeds,deal_stage_data.csv,,GENERIC"
    })
    void everyFileIsRecognisedForWhatItIs(
            String folder, String name, @Nullable TargetEntity entity, @Nullable Preset preset) throws Exception {
        FileProposal proposal = FileInterpreter.propose(dataset(folder, name));

        assertThat(proposal.entity()).isEqualTo(entity);
        if (entity != null) assertThat(proposal.preset()).isEqualTo(preset);
    }

    @Test
    void theFourMavenFilesAreMappedAndReferToEachOther() throws Exception {
        List<TableProfile> tables = new ArrayList<>();
        List<FileProposal> proposals = new ArrayList<>();
        for (String name : List.of("accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv")) {
            tables.add(dataset("maven-crm", name));
            proposals.add(FileInterpreter.propose(tables.get(tables.size() - 1)));
        }
        FileProposal deals = proposals.get(3);

        assertThat(field(deals, "opportunity_id")).isEqualTo(TargetField.DEAL_ID);
        assertThat(field(deals, "sales_agent")).isEqualTo(TargetField.DEAL_OWNER);
        assertThat(field(deals, "product")).isEqualTo(TargetField.DEAL_PRODUCT);
        assertThat(field(deals, "account")).isEqualTo(TargetField.DEAL_COMPANY);
        assertThat(field(deals, "deal_stage")).isEqualTo(TargetField.DEAL_STAGE);
        assertThat(deals.columns().get(5).field()).isEqualTo(TargetField.DEAL_STAGE_ENTERED_AT);
        assertThat(deals.columns().get(5).stage()).isEqualTo("Engaging");
        assertThat(field(deals, "close_date")).isEqualTo(TargetField.DEAL_CLOSE_DATE);
        assertThat(field(deals, "close_value")).isEqualTo(TargetField.DEAL_AMOUNT);
        assertThat(field(proposals.get(0), "subsidiary_of")).isEqualTo(TargetField.COMPANY_PARENT);
        List<Relation> relations = Relations.between(proposals, tables);
        assertThat(relations)
                .extracting(Relation::fromFile, Relation::fromColumn, Relation::toFile, Relation::toColumn)
                .contains(
                        tuple("sales_pipeline.csv", 1, "sales_teams.csv", 0),
                        tuple("sales_pipeline.csv", 2, "products.csv", 0),
                        tuple("sales_pipeline.csv", 3, "accounts.csv", 0),
                        tuple("accounts.csv", 6, "accounts.csv", 0));
        assertThat(Stages.propose(tables.get(3).columns().get(4).counts()))
                .containsExactly(
                        new StageProposal("Prospecting", StageProposal.Kind.OPEN, 500),
                        new StageProposal("Engaging", StageProposal.Kind.OPEN, 1_589),
                        new StageProposal("Won", StageProposal.Kind.WON, 4_238),
                        new StageProposal("Lost", StageProposal.Kind.LOST, 2_473));
    }

    @Test
    void theHistoryOfBpicIsTakenByItsApplicationEventsAndRefersToTheCases() throws Exception {
        List<TableProfile> tables = List.of(dataset("bpic2012", "cases.csv"), dataset("bpic2012", "stage_history.csv"));
        List<FileProposal> proposals =
                tables.stream().map(FileInterpreter::propose).toList();

        assertThat(field(proposals.get(0), "amount_req")).isEqualTo(TargetField.DEAL_AMOUNT);
        assertThat(field(proposals.get(0), "outcome")).isEqualTo(TargetField.DEAL_STATUS);
        assertThat(field(proposals.get(0), "outcome_at")).isEqualTo(TargetField.DEAL_CLOSED_AT);
        assertThat(field(proposals.get(1), "resource")).isEqualTo(TargetField.HISTORY_ACTOR);
        assertThat(proposals.get(1).filter()).isEqualTo(new PrefixFilter(1, "A_"));
        assertThat(Relations.between(proposals, tables))
                .singleElement()
                .satisfies(relation -> assertThat(relation.overlap()).isEqualTo(1.0));
        RowInterpreter interpreter = new RowInterpreter(proposals.get(1));
        int taken = 0;
        int left = 0;
        try (RowCursor rows = tables.get(1).file().rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (interpreter.read((Row.Data) row) != null) taken++;
                else left++;
            }
        }
        assertThat(taken).isEqualTo(31_268);
        assertThat(taken + left).isEqualTo(46_724);
    }

    @Test
    void noRowOfZohoPotentialsIsLost() throws Exception {
        TableProfile table = dataset("zoho-crm", "Potentials.csv");
        FileProposal proposal = FileInterpreter.propose(table);
        assertThat(field(proposal, "Closing Date")).isEqualTo(TargetField.DEAL_CLOSE_DATE);
        assertThat(field(proposal, "Probability")).isEqualTo(TargetField.DEAL_PROBABILITY);

        RowInterpreter interpreter = new RowInterpreter(proposal);
        int read = 0;
        List<Object> refused = new ArrayList<>();
        try (RowCursor rows = table.file().rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof Row.Data data && interpreter.read(data) != null) read++;
                else refused.addAll(interpreter.refusals());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(read).isEqualTo(3_632);
    }

    @Test
    void headersOfOtherSystemsAreKnown() throws Exception {
        FileProposal pipedrive = of(
                "deals.csv",
                "Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,"
                        + "Deal - Pipeline,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,"
                        + "Deal - Won time,Deal - Lost time,Deal - Deal closed on,Deal - Lost reason,Deal - Expected close date\n"
                        + "1,T,Jan,10,PLN,A,P,K,S,won,2026-01-01,2026-01-02,,2026-01-02,,2026-02-01\n");
        assertThat(pipedrive.preset()).isEqualTo(Preset.PIPEDRIVE);
        assertThat(pipedrive.entity()).isEqualTo(TargetEntity.DEAL);
        assertThat(pipedrive.columns()).noneMatch(column -> column.field() == TargetField.DEAL_CUSTOM);

        FileProposal hubspot = of(
                "hubspot.csv",
                "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,"
                        + "DATE ENTERED \"Appointment Scheduled (Sales Pipeline)\"\n1,T,S,10,Jan,2026-01-01,2026-01-01,2026-01-01 10:00\n");
        assertThat(hubspot.preset()).isEqualTo(Preset.HUBSPOT);
        assertThat(hubspot.columns().get(7).stage()).isEqualTo("Appointment Scheduled");

        FileProposal suite = of(
                "export.csv",
                "Opportunity Name,ID,Account Name,Opportunity Amount,Currency,Expected Close Date,Sales Stage,"
                        + "Probability (%),Assigned to,Date Created,Deleted\nT,1,A,10,USD,2026-01-01,S,10,Jan,2026-01-01,0\n");
        assertThat(suite.preset()).isEqualTo(Preset.SUITECRM);
        assertThat(suite.entity()).isEqualTo(TargetEntity.DEAL);

        FileProposal google =
                of("contacts.csv", "Name,E-mail 1 - Type,E-mail 1 - Value\nJan Nowak,* Work,a@x.pl ::: * b@x.pl\n");
        assertThat(google.preset()).isEqualTo(Preset.GOOGLE_CONTACTS);
        assertThat(field(google, "E-mail 1 - Value")).isEqualTo(TargetField.CONTACT_EMAILS);
    }

    @Test
    void polishHeadersAreKnown() throws Exception {
        FileProposal deals = of(
                "szanse.csv",
                "Nazwa szansy;Nazwa firmy;Kwota;Etap;Opiekun;Planowana data zamknięcia\nA;B;1 234,50 zł;Oferta;Jan;23.11.2026\n");
        FileProposal companies = of("firmy.csv", "Nazwa firmy;NIP;Branża;Miasto\nA;5260001246;IT;Łódź\n");

        assertThat(deals.entity()).isEqualTo(TargetEntity.DEAL);
        assertThat(deals.columns()).extracting(ColumnMapping::field).doesNotContain(TargetField.DEAL_CUSTOM);
        assertThat(companies.entity()).isEqualTo(TargetEntity.COMPANY);
        assertThat(field(companies, "NIP")).isEqualTo(TargetField.COMPANY_TAX_NUMBER);
    }

    @Test
    void stagesAreOrderedAndTheirKindIsToldFromTheirNames() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String name :
                List.of("Closed Lost", "Closed Won", "Negotiation/Review", "Oferta", "Kwalifikacja", "A_APPROVED")) {
            counts.put(name, 1);
        }

        assertThat(Stages.propose(counts))
                .extracting(StageProposal::name)
                .containsExactly(
                        "Kwalifikacja", "A_APPROVED", "Oferta", "Negotiation/Review", "Closed Won", "Closed Lost");
        assertThat(Stages.kind("A_APPROVED")).isEqualTo(StageProposal.Kind.OPEN);
        assertThat(Stages.outcome("approved")).contains(StageProposal.Kind.WON);
        assertThat(Stages.outcome("Przegrana")).contains(StageProposal.Kind.LOST);
        assertThat(Stages.outcome("whatever")).isEmpty();
    }

    @Test
    void everythingWrongWithARowIsSaidAtOnce() throws Exception {
        TableProfile table = dataset("maven-crm", "sales_pipeline.csv");
        RowInterpreter interpreter = new RowInterpreter(FileInterpreter.propose(table));

        assertThat(interpreter.read(
                        new Row.Data(7, List.of("X", "Jan", "GTX Pro", "A", "Won", "soon", "2026-01-01", "much"))))
                .isNull();
        assertThat(interpreter.refusals()).hasSize(2);
        InterpretedRow row = Objects.requireNonNull(
                interpreter.read(new Row.Data(8, List.of("X", "Jan", "GTX Pro", "", "Won", "2026-01-01", "", "17"))));
        assertThat(new EnumMap<>(row.values()))
                .doesNotContainKeys(TargetField.DEAL_COMPANY, TargetField.DEAL_CLOSE_DATE);
        assertThat(row.stageDates()).containsOnlyKeys("Engaging");
    }
}
