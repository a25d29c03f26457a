package org.modicum.pipeline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.modicum.policy.grant.VerifiedGrant;

/** The walls of the house: reading knows no policy, ruling knows no Spark, synth does not know what it judges. */
@AnalyzeClasses(packages = "org.modicum", importOptions = DoNotIncludeTests.class)
class WallsTest {
    private static final String POLICY = "org.modicum.policy..";
    private static final String PROXYLOG = "org.modicum.proxylog..";
    private static final String PIPELINE = "org.modicum.pipeline..";

    @ArchTest
    static final ArchRule policyKnowsNeitherLogsNorJobsNorSpark = noClasses()
            .that()
            .resideInAPackage(POLICY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    PROXYLOG, PIPELINE, "org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule proxylogKnowsNoPolicy = noClasses()
            .that()
            .resideInAPackage(PROXYLOG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POLICY, PIPELINE);

    @ArchTest
    static final ArchRule theCoreOfProxylogKnowsNoSpark = noClasses()
            .that()
            .resideInAPackage("org.modicum.proxylog")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule whatJudgesTheMethodDoesNotKnowIt = noClasses()
            .that()
            .resideInAPackage("org.modicum.pipeline.synth..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.modicum.policy.attention..");

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage("org.modicum.pipeline.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule pseudonymsAreMadeWhereLogsAreReadWeeksSummarisedAndPeopleNamedUnderAGrantAndNowhereElse =
            classes()
                    .that()
                    .haveFullyQualifiedName("org.modicum.policy.pseudonym.Pseudonym")
                    .should()
                    .onlyBeAccessed()
                    .byClassesThat(resideInAnyPackage(
                                    "org.modicum.policy.pseudonym..",
                                    "org.modicum.pipeline.ingest..",
                                    "org.modicum.pipeline.summarise..")
                            .or(simpleName("GrantedPeople")));

    @ArchTest
    static final ArchRule whoNamesPeopleNeedsAPermission = constructors()
            .that()
            .areDeclaredIn("org.modicum.pipeline.flag.GrantedPeople")
            .should()
            .haveRawParameterTypes(DescribedPredicate.describe(
                    "one of a permission",
                    types -> types.stream().anyMatch(type -> type.isEquivalentTo(VerifiedGrant.class))));

    @ArchTest
    static final ArchRule nobodyCallsWhatNamesPeopleButTheNightAndTheCommands = classes()
            .that()
            .resideInAPackage("org.modicum.pipeline.flag..")
            .should()
            .onlyBeAccessed()
            .byClassesThat(resideInAPackage("org.modicum.pipeline.flag..")
                    .or(simpleName("Nightly"))
                    .or(simpleName("FlagCommand"))
                    .or(simpleName("SubjectReportCommand"))
                    .or(simpleName("HoldCopyCommand"))
                    .or(resideInAPackage("org.modicum.pipeline.report.pages")));

    @ArchTest
    static final ArchRule peopleAreNamedWithoutSpark = noClasses()
            .that()
            .resideInAPackage("org.modicum.pipeline.flag..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule onlyTheVerifierMakesAPermission = classes()
            .that()
            .haveFullyQualifiedName("org.modicum.policy.grant.GrantVerifier$Seal")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .haveFullyQualifiedName("org.modicum.policy.grant.GrantVerifier");

    /** The desk logs the intent before it lets a permission out; the check on paper has no log, so gives none. */
    @ArchTest
    static final ArchRule noJobVerifiesAGrantPastTheDesk = noClasses()
            .that()
            .resideInAPackage(PIPELINE)
            .and()
            .doNotHaveFullyQualifiedName("org.modicum.pipeline.grant.GrantDesk")
            .and()
            .doNotHaveFullyQualifiedName("org.modicum.pipeline.cli.PaperCheck")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.modicum.policy.grant.GrantVerifier");

    @ArchTest
    static final ArchRule whoSignsNeedsNoSpark = noClasses()
            .that()
            .resideInAnyPackage("org.modicum.pipeline.approver..", "org.modicum.pipeline.grant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule theAuditLogIsWrittenThroughItsFacadeAlone = noClasses()
            .that()
            .resideOutsideOfPackage("org.modicum.pipeline.audit..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.modicum.pipeline.audit.log.LogFolder");

    @ArchTest
    static final ArchRule policyPackagesFormNoCycle =
            slices().matching("org.modicum.policy.(*)..").should().beFreeOfCycles();
}
