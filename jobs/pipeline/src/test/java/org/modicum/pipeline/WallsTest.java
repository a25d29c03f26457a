package org.modicum.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
    static final ArchRule pseudonymsAreMadeWhereLogsAreReadAndWeeksAreSummarisedAndNowhereElse = classes()
            .that()
            .haveFullyQualifiedName("org.modicum.policy.pseudonym.Pseudonym")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(
                    "org.modicum.policy.pseudonym..",
                    "org.modicum.pipeline.ingest..",
                    "org.modicum.pipeline.summarise..");

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
