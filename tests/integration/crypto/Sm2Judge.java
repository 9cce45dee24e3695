// SPDX-License-Identifier: GPL-3.0-or-later
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * Bouncy Castle's opinion on SM2 signatures.
 *
 * <pre>
 * Sm2Judge judge SPKI ID KIND:FILE...   KIND: cert, csr, crl; one line each: valid, invalid
 * Sm2Judge request OUT                  writes a request of its own, with the standard ID
 * </pre>
 */
public final class Sm2Judge {
    public static void main(String[] args) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        if (args[0].equals("request")) {
            writeRequest(Path.of(args[1]));
            return;
        }
        PublicKey key =
                KeyFactory.getInstance("EC", "BC")
                        .generatePublic(new X509EncodedKeySpec(Files.readAllBytes(Path.of(args[1]))));
        for (int i = 3; i < args.length; i++) {
            String kind = args[i].substring(0, args[i].indexOf(':'));
            byte[] der = Files.readAllBytes(Path.of(args[i].substring(kind.length() + 1)));
            System.out.println(judge(kind, der, key, args[2]));
        }
    }

    private static String judge(String kind, byte[] der, PublicKey key, String id) {
        try {
            boolean primitive = verifiesWith(der, key, id);
            // The classes that programs use take the standard ID by themselves.
            boolean parsed = !id.equals("1234567812345678") || isValid(kind, der, key);
            return primitive && parsed ? "valid" : "invalid";
        } catch (Exception unreadable) {
            return "invalid: " + unreadable.getClass().getSimpleName();
        }
    }

    private static boolean isValid(String kind, byte[] der, PublicKey key) throws Exception {
        ContentVerifierProvider verifier =
                new JcaContentVerifierProviderBuilder().setProvider("BC").build(key);
        switch (kind) {
            case "cert":
                return new X509CertificateHolder(der).isSignatureValid(verifier);
            case "csr":
                return new PKCS10CertificationRequest(der).isSignatureValid(verifier);
            case "crl":
                return new X509CRLHolder(der).isSignatureValid(verifier);
            default:
                throw new IOException("kind " + kind);
        }
    }

    private static boolean verifiesWith(byte[] der, PublicKey key, String id) throws Exception {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        Signature signature = Signature.getInstance("SM3withSM2", "BC");
        signature.setParameter(new SM2ParameterSpec(id.getBytes(StandardCharsets.US_ASCII)));
        signature.initVerify(key);
        signature.update(parts.getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DER));
        return signature.verify(ASN1BitString.getInstance(parts.getObjectAt(2)).getOctets());
    }

    private static void writeRequest(Path out) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "BC");
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        KeyPair pair = generator.generateKeyPair();
        PKCS10CertificationRequest request =
                new JcaPKCS10CertificationRequestBuilder(
                                new X500Principal("CN=Bouncy Castle"), pair.getPublic())
                        .build(
                                new JcaContentSignerBuilder("SM3withSM2")
                                        .setProvider("BC")
                                        .build(pair.getPrivate()));
        Files.write(out, request.getEncoded());
    }
}
